-- What a case costs the department that was found responsible; a later determination of the case replaces the earlier.
CREATE TABLE department_loss (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  determination_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  responsible VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  department VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  amount_minor BIGINT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  determined_on DATE NOT NULL,
  determined_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  replaced_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, determination_id),
  KEY by_case (tenant_id, case_id),
  KEY by_day (tenant_id, determined_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
