-- That a member of staff made sure who somebody is before telling them anything. The note is sealed under the key of the customer.
CREATE TABLE IF NOT EXISTS identity_check (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  means VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  result VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed_note BLOB NULL,
  checked_at DATETIME(3) NOT NULL,
  checked_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, customer_id, id),
  KEY identity_check_by (tenant_id, checked_by, checked_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
