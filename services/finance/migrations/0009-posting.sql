-- The lines of the entries. What a reader of a settlement or of a balance needs is repeated here, so that neither joins.
CREATE TABLE posting (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entry_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line SMALLINT UNSIGNED NOT NULL,
  settlement_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  side VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  booked_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, entry_id, line),
  KEY by_settlement (tenant_id, settlement_id),
  KEY by_account (tenant_id, currency, account, side, amount_minor),
  CONSTRAINT posting_positive CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
