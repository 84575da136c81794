CREATE TABLE IF NOT EXISTS slip_transfer (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slips INT UNSIGNED NOT NULL,
  totals JSON NOT NULL,
  transferred_at DATETIME(3) NOT NULL,
  transferred_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
