CREATE TABLE responsibility (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  responsible VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  department VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  person VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  third_party VARCHAR(255) NULL,
  reasons TEXT NOT NULL,
  loss_lines JSON NULL,
  loss_minor BIGINT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  determined_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  determined_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, case_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
