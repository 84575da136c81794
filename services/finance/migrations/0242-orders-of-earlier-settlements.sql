INSERT IGNORE INTO settlement_order (tenant_id, order_number, settlement_id)
  SELECT s.tenant_id, s.order_number, s.id FROM settlement s WHERE s.order_number IS NOT NULL;
