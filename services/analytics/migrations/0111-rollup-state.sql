CREATE TABLE rollup_state (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation SMALLINT UNSIGNED NOT NULL,
  edition INT UNSIGNED NOT NULL,
  layout CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT NOT NULL,
  filled_as_of BIGINT NOT NULL,
  fact VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begun_at DATETIME(3) NOT NULL,
  touched_at DATETIME(3) NOT NULL,
  lease_until DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, generation, edition),
  KEY by_state (state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
