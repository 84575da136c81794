-- Closings and re-openings, one chain for an organisation: each carries the hash of the one before. Never changed, never deleted.
CREATE TABLE period_act (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence INT UNSIGNED NOT NULL,
  period CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entries INT UNSIGNED NOT NULL,
  entries_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  previous_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(500) NULL,
  warnings JSON NOT NULL,
  acted_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  acted_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, sequence),
  KEY by_period (tenant_id, period, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
