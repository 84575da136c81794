CREATE TABLE case_round (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT NOT NULL,
  path VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_by VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason TEXT NOT NULL,
  body VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  stages_before JSON NOT NULL,
  started_at DATETIME(3) NOT NULL,
  started_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_id, case_id, id),
  UNIQUE KEY one_per_number (tenant_id, case_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
