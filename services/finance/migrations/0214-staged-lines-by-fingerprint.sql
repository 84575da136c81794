-- Staged lines are taken over in ranges of their fingerprints, each of which must be found without reading the others.
ALTER TABLE statement_line_staged DROP PRIMARY KEY, ADD PRIMARY KEY (tenant_id, import_id, fingerprint, statement_key, position);
