CREATE TABLE purchase (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_number VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  customer_external_ref VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  placed_at DATETIME(3) NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content_hash BINARY(32) NOT NULL COMMENT 'of what was registered, so that the same again can be told from something else',
  registered_at DATETIME(3) NOT NULL,
  registered_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_order_number (tenant_id, order_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
