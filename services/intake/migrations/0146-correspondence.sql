CREATE TABLE IF NOT EXISTS correspondence (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  medium VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_complainant BOOLEAN NOT NULL,
  sealed_content MEDIUMBLOB NOT NULL,
  received_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY correspondence_complaint (tenant_id, complaint_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
