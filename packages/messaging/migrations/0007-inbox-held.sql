-- Events that were received and could not take effect yet: WAITING behind an earlier one, RETRYING after a failure, or
-- PARKED until an operator drives them again.
CREATE TABLE inbox_held (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  producer VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  aggregate_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  aggregate_version INT UNSIGNED NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shard SMALLINT UNSIGNED NOT NULL,
  type VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  reason VARCHAR(1000) NOT NULL DEFAULT '',
  due_at DATETIME(3) NOT NULL,
  held_at DATETIME(3) NOT NULL,
  envelope MEDIUMTEXT NOT NULL,
  PRIMARY KEY (tenant_id, producer, aggregate_id, aggregate_version, event_id),
  KEY by_due (producer, shard, state, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
