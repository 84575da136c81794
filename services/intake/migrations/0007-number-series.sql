CREATE TABLE IF NOT EXISTS number_series (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  series VARCHAR(100) NOT NULL COLLATE utf8mb4_bin,
  next_serial BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, series)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
