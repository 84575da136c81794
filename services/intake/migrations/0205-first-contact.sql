-- Who was the first contact (首问责任人) of a complaint, one after the other; the highest number is the present one. A row without `handed_by` is who registered it.
CREATE TABLE IF NOT EXISTS first_contact (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT UNSIGNED NOT NULL,
  subject VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  since DATETIME(3) NOT NULL,
  handed_by VARCHAR(255) NULL COLLATE utf8mb4_bin,
  documents JSON NOT NULL,
  note VARCHAR(1000) NULL,
  PRIMARY KEY (tenant_id, complaint_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
