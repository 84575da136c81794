-- 罚扣标准: what a sanction costs whoever it falls on, from a day on.
CREATE TABLE deduction_standard (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sanction VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  falls_on VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from DATE NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, sanction, falls_on, valid_from),
  CONSTRAINT deduction_positive CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
