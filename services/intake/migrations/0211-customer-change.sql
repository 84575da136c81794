-- Which members of a customer's file changed, when and by whom. Never what they said: that is personal data, and lies sealed in the file alone.
CREATE TABLE IF NOT EXISTS customer_change (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  fields VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  changed_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, customer_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
