-- What a customer has of the organisation's products; found by serial number or batch when products are called back.
CREATE TABLE IF NOT EXISTS customer_product (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product VARCHAR(200) NOT NULL COLLATE utf8mb4_bin,
  serial_number VARCHAR(100) NULL COLLATE utf8mb4_bin,
  batch VARCHAR(100) NULL COLLATE utf8mb4_bin,
  sold_at DATETIME(3) NULL,
  order_number VARCHAR(64) NULL COLLATE utf8mb4_bin,
  recorded_at DATETIME(3) NOT NULL,
  recorded_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, customer_id, id),
  KEY customer_product_serial (tenant_id, serial_number, id),
  KEY customer_product_batch (tenant_id, batch, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
