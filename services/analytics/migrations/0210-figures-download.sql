-- Files of figures that can be fetched for some minutes: the question behind each, and what its bytes have to be. The file
-- is written anew at each download. Rows are swept once they are of no use.
CREATE TABLE figures_download (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prepared_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  sees_persons TINYINT NOT NULL COMMENT 'whether who prepared it may see figures of single people',
  question JSON NOT NULL,
  format VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  as_of_position BIGINT UNSIGNED NOT NULL,
  as_of_time DATETIME(3) NOT NULL,
  as_of_complete TINYINT NOT NULL,
  metric_version INT UNSIGNED NOT NULL,
  size_bytes INT UNSIGNED NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY by_expiry (tenant_id, expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
