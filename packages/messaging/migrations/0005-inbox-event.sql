-- One row for each event that took effect here (or was of no interest), committed with its effect. Dropped by day,
-- later than the stream and the producer's outbox forget the event.
CREATE TABLE inbox_event (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_on DATE NOT NULL,
  aggregate_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  aggregate_version INT UNSIGNED NOT NULL,
  type VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  handled TINYINT UNSIGNED NOT NULL,
  applied_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, event_id, recorded_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY RANGE COLUMNS (recorded_on) (
  PARTITION p_future VALUES LESS THAN (MAXVALUE)
)
