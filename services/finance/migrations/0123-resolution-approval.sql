-- As whom the resolution behind settlements was approved; it may have had the authority for their sum.
CREATE TABLE resolution_approval (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resolution_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  holders JSON NOT NULL,
  approved_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, resolution_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
