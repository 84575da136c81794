-- Events that have no number in a shard yet. Small: the relay moves them to outbox_sequence within milliseconds.
-- The key is not by tenant because the relay reads across tenants; `bucket` is a fixed hash of the aggregate.
CREATE TABLE outbox_pending (
  bucket TINYINT UNSIGNED NOT NULL,
  recorded_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_on DATE NOT NULL,
  PRIMARY KEY (event_id),
  KEY by_bucket (bucket, recorded_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
