-- What the bank said stood on the account at the beginning or end of a day.
CREATE TABLE statement_balance (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  balance_on DATE NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  statement_key BINARY(16) NOT NULL,
  amount_minor BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, balance_on, kind, statement_key, amount_minor)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
