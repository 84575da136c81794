CREATE TABLE IF NOT EXISTS complaint_change (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  automatic BOOLEAN NOT NULL,
  fact VARCHAR(128) NOT NULL COLLATE utf8mb4_bin,
  old_value JSON NULL,
  new_value JSON NULL,
  because VARCHAR(1000) NULL,
  PRIMARY KEY (tenant_id, complaint_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
