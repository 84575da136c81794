-- Which regulation was adopted from when on, for the reports that it asks for. `expected_until` is the moment up to which
-- the reports of periods that ended are written down as expected; `next_at` is the next end of a period.
CREATE TABLE report_adoption (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regulation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regulation_version INT UNSIGNED NOT NULL,
  effective_from DATETIME(3) NOT NULL,
  adopted_at DATETIME(3) NOT NULL,
  settings JSON NOT NULL,
  document JSON NULL COMMENT 'the regulation itself, for one that the organisation wrote',
  expected_until DATETIME(3) NOT NULL,
  next_at DATETIME(3) NULL COMMENT 'none where the regulation asks for no report at fixed times',
  PRIMARY KEY (tenant_id, id),
  KEY by_effective_from (tenant_id, effective_from, adopted_at, id),
  KEY by_next_at (next_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
