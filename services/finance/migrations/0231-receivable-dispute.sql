CREATE TABLE receivable_dispute (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receivable_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL COMMENT 'what is still disputed; 0 once it ended',
  opened_minor BIGINT NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  ending VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_a_case (tenant_id, receivable_id, case_id),
  KEY by_case (tenant_id, case_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
