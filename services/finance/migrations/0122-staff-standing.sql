-- As whom members of staff act, as case handling tells it: the parties to which they are appointed, and who stands in for whom.
CREATE TABLE staff_standing (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_version INT UNSIGNED NOT NULL,
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  parties JSON NOT NULL,
  unit_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  absent_until DATETIME(3) NULL,
  delegate VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  active BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, staff_id),
  KEY by_subject (tenant_id, subject),
  KEY by_delegate (tenant_id, delegate)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
