-- A call with a complainant or a customer: how often it rang, when it was answered, and how many rings the regulation allows.
CREATE TABLE phone_call (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  direction VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rang_at DATETIME(3) NOT NULL,
  rings INT NULL,
  rings_allowed INT NULL,
  answered_at DATETIME(3) NULL,
  ended_at DATETIME(3) NULL,
  recorded_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY by_complaint (tenant_id, complaint_id, rang_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
