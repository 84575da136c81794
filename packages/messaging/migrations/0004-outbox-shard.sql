-- One row a shard: the relay's lease, the last number given, and the last number up to which NATS has acknowledged all.
CREATE TABLE outbox_shard (
  shard SMALLINT UNSIGNED NOT NULL,
  holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  epoch BIGINT UNSIGNED NOT NULL DEFAULT 0,
  expires_at DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00.000',
  last_seq BIGINT UNSIGNED NOT NULL DEFAULT 0,
  published_seq BIGINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (shard)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
