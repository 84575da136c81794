CREATE TABLE hand_over (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hand_over VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receiver VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  documents JSON NOT NULL,
  note TEXT NULL,
  handed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  handed_at DATETIME(3) NOT NULL,
  confirmed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  confirmed_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, case_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
