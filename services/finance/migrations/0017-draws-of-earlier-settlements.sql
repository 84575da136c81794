INSERT INTO settlement_draw (tenant_id, settlement_id, part, ceiling_id, amount_minor)
SELECT s.tenant_id, s.id, 1, s.ceiling_id, s.amount_minor FROM settlement s WHERE s.ceiling_id IS NOT NULL;
