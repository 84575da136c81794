CREATE TABLE adoption (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  regulation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regulation_version INT NOT NULL,
  effective_from DATETIME(3) NOT NULL,
  adopted_at DATETIME(3) NOT NULL,
  adopted_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  settings JSON NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_in_force (tenant_id, effective_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
