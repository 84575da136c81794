CREATE TABLE IF NOT EXISTS correspondence_setting (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation_name VARCHAR(200) NULL,
  default_language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  acknowledge_always BOOLEAN NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
