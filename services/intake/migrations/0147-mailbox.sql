-- How far a mailbox was read, and which process reads it. The epoch grows with every reader and fences what it writes.
CREATE TABLE IF NOT EXISTS mailbox (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uid_validity BIGINT UNSIGNED NOT NULL,
  last_uid BIGINT UNSIGNED NOT NULL,
  holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  epoch BIGINT UNSIGNED NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
