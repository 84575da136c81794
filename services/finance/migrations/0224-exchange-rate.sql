-- What one unit of a currency is worth in the base currency from a day on; a decimal as it was given.
CREATE TABLE exchange_rate (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  base_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_on DATE NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rate VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, currency, base_currency, valid_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
