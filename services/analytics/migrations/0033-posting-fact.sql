CREATE TABLE posting_fact (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  entry_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line INT NOT NULL,
  account VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  entry_kind VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  currency VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  amount_minor BIGINT NULL,
  department VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  product VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  cause VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  booked_at DATETIME(3) NULL,
  effective_at DATETIME(3) NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, entry_id, line),
  KEY by_since (tenant_id, generation, since),
  KEY by_booking (tenant_id, generation, booked_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
