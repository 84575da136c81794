CREATE TABLE purchase_fact_history (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  purchase_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  department VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  registered_at DATETIME(3) NULL,
  paid_minor BIGINT NULL,
  currency VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, purchase_id, line_id, since),
  KEY by_end (tenant_id, generation, until),
  KEY by_since (tenant_id, generation, since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
