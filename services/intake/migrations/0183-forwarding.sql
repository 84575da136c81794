-- Complaints that are out of scope and were forwarded to whom they concern.
CREATE TABLE IF NOT EXISTS forwarding (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  destination VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit_id VARCHAR(64) NULL COLLATE utf8mb4_bin,
  organisation VARCHAR(200) NULL,
  means VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  forwarded_at DATETIME(3) NOT NULL,
  forwarded_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  confirmed_at DATETIME(3) NULL,
  confirmed_by VARCHAR(255) NULL COLLATE utf8mb4_bin,
  receipt VARCHAR(500) NULL,
  PRIMARY KEY (tenant_id, complaint_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
