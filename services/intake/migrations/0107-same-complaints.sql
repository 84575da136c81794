CREATE TABLE IF NOT EXISTS same_complaints (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product VARCHAR(200) NOT NULL,
  registered INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, category_id, product)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
