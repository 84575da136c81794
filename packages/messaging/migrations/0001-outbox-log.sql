-- Append-only record of every event of this service; what NATS holds is a copy. One partition a day is added and, after
-- the time to keep, dropped by the maintenance job. Row for row it commits with the change that it tells of.
CREATE TABLE outbox_log (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_on DATE NOT NULL,
  aggregate_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  aggregate_version INT UNSIGNED NOT NULL,
  type VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  envelope MEDIUMTEXT NOT NULL,
  PRIMARY KEY (tenant_id, event_id, recorded_on),
  KEY by_aggregate (tenant_id, aggregate_id, aggregate_version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY RANGE COLUMNS (recorded_on) (
  PARTITION p_future VALUES LESS THAN (MAXVALUE)
)
