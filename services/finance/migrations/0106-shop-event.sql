-- Events of shops that were taken: the same event again is answered as it was then.
CREATE TABLE shop_event (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest BINARY(32) NOT NULL COMMENT 'of the source and id of the event',
  purchase_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  existed BOOLEAN NOT NULL,
  taken_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, digest)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
