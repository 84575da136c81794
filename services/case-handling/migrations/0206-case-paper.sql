CREATE TABLE case_paper (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  paper VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  position INT NOT NULL,
  round INT NOT NULL,
  stage VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  attached_to CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sections JSON NOT NULL,
  drawn_up_at DATETIME(3) NOT NULL,
  drawn_up_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_id, case_id, id),
  UNIQUE KEY one_per_position (tenant_id, case_id, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
