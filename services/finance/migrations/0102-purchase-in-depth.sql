ALTER TABLE purchase
  ADD COLUMN department VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN base_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'currency of the books, when the order was in another',
  ADD COLUMN base_rate DECIMAL(24, 12) NULL COMMENT 'units of the base currency for one of the order''s',
  ADD COLUMN rate_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN rate_on DATE NULL,
  ADD COLUMN payments_complete BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the payments are all there were, and add up to lines and charges',
  ADD KEY by_placed_at (tenant_id, placed_at, id),
  ADD KEY by_registered_at (tenant_id, registered_at, id),
  ADD KEY by_customer (tenant_id, customer_external_ref, placed_at);
