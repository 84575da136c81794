CREATE TABLE IF NOT EXISTS similar_product_check (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  found BOOLEAN NOT NULL,
  customers INT UNSIGNED NOT NULL,
  note VARCHAR(2000) NULL,
  checked_at DATETIME(3) NOT NULL,
  checked_by VARCHAR(120) NOT NULL,
  PRIMARY KEY (tenant_id, complaint_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
