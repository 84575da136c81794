CREATE TABLE return_exception_fact (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  exception_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  return_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  kind VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  raised_at DATETIME(3) NULL,
  resolved_at DATETIME(3) NULL,
  resolution VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, exception_id),
  KEY by_since (tenant_id, generation, since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
