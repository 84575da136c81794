CREATE TABLE level_fact (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  change_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME(3) NULL,
  from_level VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  to_level VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  track VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  automatic TINYINT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, complaint_id, change_id),
  KEY by_since (tenant_id, generation, since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
