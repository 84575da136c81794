-- One row for each foreign shard: the lease of the one process that consumes it, and the number up to which every event
-- is accounted for (took effect, or is held).
CREATE TABLE inbox_shard (
  producer VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shard SMALLINT UNSIGNED NOT NULL,
  holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  epoch BIGINT UNSIGNED NOT NULL DEFAULT 0,
  expires_at DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00.000',
  accounted_seq BIGINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (producer, shard)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
