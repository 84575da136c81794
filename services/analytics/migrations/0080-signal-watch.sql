CREATE TABLE signal_watch (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at DATETIME(3) NOT NULL,
  lease_holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  watched_until DATE NULL COMMENT 'local day up to which, and without which, the organisation was looked at',
  PRIMARY KEY (tenant_id),
  KEY by_due (due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
