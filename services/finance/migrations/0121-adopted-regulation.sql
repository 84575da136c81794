-- Regulations that the organisation adopted, with what it filled in; never changed.
CREATE TABLE adopted_regulation (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regulation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regulation_version INT UNSIGNED NOT NULL,
  effective_from DATETIME(3) NOT NULL,
  adopted_at DATETIME(3) NOT NULL,
  settings JSON NOT NULL,
  document JSON NULL,
  PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
