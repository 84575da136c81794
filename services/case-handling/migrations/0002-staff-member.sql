CREATE TABLE staff_member (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  roles JSON NOT NULL,
  unit_id VARCHAR(255) NULL,
  active BOOLEAN NOT NULL,
  registered_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_per_subject (tenant_id, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
