-- A settlement may be paid by several payments: one for each payee, or one for each original payment.
ALTER TABLE payment
  ADD COLUMN sequence SMALLINT UNSIGNED NOT NULL DEFAULT 1 AFTER settlement_id,
  DROP KEY one_for_each_settlement,
  ADD UNIQUE KEY of_settlement (tenant_id, settlement_id, sequence);
