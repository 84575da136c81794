CREATE TABLE settlement_draw (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settlement_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part SMALLINT UNSIGNED NOT NULL,
  ceiling_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  quantity DECIMAL(18, 6) NULL,
  PRIMARY KEY (tenant_id, settlement_id, part, ceiling_id),
  KEY by_ceiling (tenant_id, ceiling_id, settlement_id),
  CONSTRAINT settlement_draw_positive CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
