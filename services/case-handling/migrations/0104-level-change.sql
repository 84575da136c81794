CREATE TABLE level_change (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_level VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  level VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  because JSON NOT NULL,
  reason TEXT NULL,
  changed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, case_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
