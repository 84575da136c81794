-- The answer of each command by the caller's key. The key is a digest, because what it is made of includes the caller.
CREATE TABLE idempotency_record (
  tenant_id      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_digest     BINARY(32) NOT NULL,
  operation      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_digest BINARY(32) NOT NULL,
  result         MEDIUMTEXT NOT NULL,
  replays        INT UNSIGNED NOT NULL DEFAULT 0,
  created_at     DATETIME(3) NOT NULL,
  expires_at     DATETIME(3) NULL COMMENT 'null: kept for ever',
  PRIMARY KEY (tenant_id, key_digest),
  KEY by_expiry (expires_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
