CREATE TABLE IF NOT EXISTS work_order_step (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  work_order_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT UNSIGNED NOT NULL,
  act VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note VARCHAR(1000) NULL,
  at DATETIME(3) NOT NULL,
  `by` VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, work_order_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
