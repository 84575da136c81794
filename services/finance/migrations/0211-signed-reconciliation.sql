CREATE TABLE signed_reconciliation (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_on DATE NOT NULL,
  to_on DATE NOT NULL,
  sha256 BINARY(32) NOT NULL,
  signed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  signed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY by_account (tenant_id, account_id, to_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
