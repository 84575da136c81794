CREATE TABLE projection (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  live_generation SMALLINT UNSIGNED NOT NULL,
  built_generation SMALLINT UNSIGNED NULL,
  built_position BIGINT NULL,
  switched_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
