CREATE TABLE staff_work_fact_history (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  staff VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  work VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  done_at DATETIME(3) NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, event_id, since),
  KEY by_end (tenant_id, generation, until),
  KEY by_since (tenant_id, generation, since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
