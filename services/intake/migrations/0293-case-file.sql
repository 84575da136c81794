-- What case handling tells of the file of a complaint: whether it is handled, and until when it is kept. Without a row nothing was told.
CREATE TABLE IF NOT EXISTS case_file (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  open BOOLEAN NOT NULL,
  keep_until DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, complaint_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
