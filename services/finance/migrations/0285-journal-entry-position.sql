-- Where an entry stands for those who take the journal over piece by piece, and an index for what was paid on which day.
ALTER TABLE journal_entry
  ADD COLUMN position INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'given under a lock that is held until the commit; see journal_position',
  ADD KEY by_effective_on (tenant_id, kind, effective_on, source_kind, source_id, sequence);
