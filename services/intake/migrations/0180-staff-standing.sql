-- As whom members of staff act, as case handling tells it: the parties to which they are appointed, and who stands in for whom.
CREATE TABLE IF NOT EXISTS staff_standing (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_version INT UNSIGNED NOT NULL,
  subject VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  parties JSON NOT NULL,
  unit_id VARCHAR(64) NULL COLLATE utf8mb4_bin,
  absent_until DATETIME(3) NULL,
  delegate VARCHAR(255) NULL COLLATE utf8mb4_bin,
  active BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, staff_id),
  KEY staff_standing_subject (tenant_id, subject),
  KEY staff_standing_delegate (tenant_id, delegate)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
