-- Conditions, order and columns of a list of settlements that somebody keeps under a name, alone or for all staff.
CREATE TABLE settlement_view (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  shared BOOLEAN NOT NULL,
  conditions JSON NOT NULL,
  order_by VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  columns JSON NOT NULL,
  version INT UNSIGNED NOT NULL,
  saved_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_name (tenant_id, owner, name),
  KEY by_shared (tenant_id, shared, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
