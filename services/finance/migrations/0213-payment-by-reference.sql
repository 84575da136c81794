-- Or by the number of its settlement.
ALTER TABLE payment ADD KEY by_reference (tenant_id, reference);
