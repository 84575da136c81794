CREATE TABLE projection_generation (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT NOT NULL,
  touched_at DATETIME(3) NOT NULL,
  remove_after DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, generation),
  KEY by_removal (remove_after)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
