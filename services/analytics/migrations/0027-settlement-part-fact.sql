CREATE TABLE settlement_part_fact (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settlement_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part INT NOT NULL,
  instrument VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  order_number VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  line_number INT NULL,
  amount_minor BIGINT NULL,
  currency VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  completed_at DATETIME(3) NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, generation, complaint_id, settlement_id, part),
  KEY by_since (tenant_id, generation, since),
  KEY by_completion (tenant_id, generation, completed_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
