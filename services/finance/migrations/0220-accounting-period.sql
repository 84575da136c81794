-- A month of the books. Whoever books holds its row in share mode until the commit, whoever closes holds it alone.
CREATE TABLE accounting_period (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  closed_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  closed_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, period),
  UNIQUE KEY by_id (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
