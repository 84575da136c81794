CREATE TABLE repair_visit (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  engineer VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  visit_at DATETIME(3) NOT NULL,
  fault TEXT NOT NULL,
  work_done TEXT NULL,
  repaired BOOLEAN NULL,
  carried_out_at DATETIME(3) NULL,
  solved BOOLEAN NULL,
  confirmed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  confirmed_at DATETIME(3) NULL,
  planned_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  planned_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, case_id, id),
  KEY by_engineer (tenant_id, engineer, visit_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
