CREATE TABLE extension (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  clock_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_before DATETIME(3) NOT NULL,
  requested_due_at DATETIME(3) NOT NULL,
  due_at DATETIME(3) NULL,
  reason TEXT NOT NULL,
  requested_at DATETIME(3) NOT NULL,
  requested_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  decided_at DATETIME(3) NULL,
  decided_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  note TEXT NULL,
  PRIMARY KEY (tenant_id, case_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
