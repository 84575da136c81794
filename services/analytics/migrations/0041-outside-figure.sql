-- Figures that no event tells, such as how many of the staff were trained. Every version is kept with who recorded it and
-- where it is from; the highest one counts.
CREATE TABLE outside_figure (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  figure VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as the regulation names it',
  period_from DATE NOT NULL,
  period_until DATE NOT NULL COMMENT 'last day',
  version INT UNSIGNED NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  numerator BIGINT NOT NULL,
  denominator BIGINT NOT NULL,
  source VARCHAR(500) NOT NULL,
  recorded_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, figure, period_from, period_until, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
