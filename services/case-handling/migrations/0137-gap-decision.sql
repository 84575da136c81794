CREATE TABLE gap_decision (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  adoption_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  matter TEXT NOT NULL,
  decision TEXT NOT NULL,
  decided_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  decided_at DATETIME(3) NOT NULL,
  approved_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  approved_at DATETIME(3) NULL,
  draft_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, id),
  KEY by_time (tenant_id, decided_at, id),
  KEY by_draft (tenant_id, draft_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
