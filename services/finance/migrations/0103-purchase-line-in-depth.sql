ALTER TABLE purchase_line
  ADD COLUMN product VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN department VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN unit_price DECIMAL(24, 6) NULL,
  ADD COLUMN discount_minor BIGINT NULL,
  ADD KEY by_product (tenant_id, product, purchase_id);
