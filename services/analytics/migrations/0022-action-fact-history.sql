CREATE TABLE action_fact_history (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  permanent TINYINT NULL,
  planned_at DATETIME(3) NULL,
  due_at DATETIME(3) NULL,
  completed_at DATETIME(3) NULL,
  in_time TINYINT NULL,
  checked_at DATETIME(3) NULL,
  effective TINYINT NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, complaint_id, action_id, since),
  KEY by_end (tenant_id, generation, until),
  KEY by_since (tenant_id, generation, since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
