-- The contiguous order of each shard, given after commit by the holder of the shard's lease.
CREATE TABLE outbox_sequence (
  shard SMALLINT UNSIGNED NOT NULL,
  shard_seq BIGINT UNSIGNED NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_on DATE NOT NULL,
  PRIMARY KEY (shard, shard_seq),
  UNIQUE KEY by_event (tenant_id, event_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
