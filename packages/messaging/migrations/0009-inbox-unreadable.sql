-- Messages that are not events of ours at all, kept for inspection; nothing waits behind them.
CREATE TABLE inbox_unreadable (
  producer VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream_seq BIGINT UNSIGNED NOT NULL,
  received_at DATETIME(3) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  message MEDIUMBLOB NOT NULL,
  PRIMARY KEY (producer, stream_seq, received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
