-- Goods of a receipt: quantity = allocated + corrected + set_aside + what nobody has found a return for yet.
CREATE TABLE warehouse_receipt_line (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receipt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line INT UNSIGNED NOT NULL,
  return_number VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  order_number VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  line_number INT UNSIGNED NULL,
  product VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  quantity DECIMAL(18, 6) NOT NULL,
  allocated DECIMAL(18, 6) NOT NULL,
  corrected DECIMAL(18, 6) NOT NULL COMMENT 'was never there',
  set_aside DECIMAL(18, 6) NOT NULL COMMENT 'given back or written off without a return',
  damaged BOOLEAN NOT NULL,
  complete BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_of_each_line (tenant_id, receipt_id, line),
  CONSTRAINT receipt_line_quantities CHECK (allocated + corrected + set_aside <= quantity)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
