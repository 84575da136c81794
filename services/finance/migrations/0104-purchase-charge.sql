-- A tax, a fee or the shipping that was paid, of one line or, as line 0, of the whole order. Each has a ceiling of its own.
CREATE TABLE purchase_charge (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'also the id of its ceiling',
  purchase_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line_number INT UNSIGNED NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rate DECIMAL(9, 6) NULL COMMENT 'percent',
  paid_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_code (tenant_id, purchase_id, line_number, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
