-- The last number of each series and year. Taken by the transaction that draws a paper up, so that a number exists only with its paper.
CREATE TABLE document_series (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  series VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  year SMALLINT UNSIGNED NOT NULL,
  last_serial INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, series, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
