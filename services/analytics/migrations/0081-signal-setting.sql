CREATE TABLE signal_setting (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  effective_from DATETIME(3) NOT NULL,
  adoption_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  improvement_points SMALLINT UNSIGNED NULL COMMENT 'that the regulation asks for in a month',
  PRIMARY KEY (tenant_id, effective_from, adoption_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
