-- The next unused number of each year; a process takes a block of them, so that no settlement waits for this row.
CREATE TABLE settlement_number (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  year SMALLINT UNSIGNED NOT NULL,
  next_serial INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
