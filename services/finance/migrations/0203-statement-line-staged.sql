-- Lines of a statement that is being read; nobody sees them until all of it was read.
CREATE TABLE statement_line_staged (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  import_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT UNSIGNED NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  statement_key BINARY(16) NOT NULL COMMENT 'of the name and part that the bank gave the statement; zeros where it gave none',
  fingerprint BINARY(32) NOT NULL,
  booked_on DATE NOT NULL,
  value_on DATE NOT NULL,
  amount_minor BIGINT NOT NULL COMMENT 'negative when money left the account',
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bank_reference VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  line_references TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  text VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  told_apart BOOLEAN NOT NULL COMMENT 'whether the bank itself tells it from every other line',
  PRIMARY KEY (tenant_id, import_id, statement_key, fingerprint, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
