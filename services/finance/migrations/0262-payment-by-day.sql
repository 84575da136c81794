-- For lists of what falls due.
ALTER TABLE payment ADD KEY by_not_before (tenant_id, not_before, id);
