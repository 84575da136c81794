-- What the adopted regulation says and money needs: the zone in which a goodwill budget's month begins.
CREATE TABLE tenant_setting (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  effective_from DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, effective_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
