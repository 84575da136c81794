-- Work orders (工单) that are exchanged with an outside contact centre. What complainants said lies with the complaint.
CREATE TABLE IF NOT EXISTS work_order (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  centre VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_number VARCHAR(100) NOT NULL COLLATE utf8mb4_bin,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  from_centre BOOLEAN NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  urged INT UNSIGNED NOT NULL,
  transferred_to VARCHAR(64) NULL COLLATE utf8mb4_bin,
  received_at DATETIME(3) NOT NULL,
  due_at DATETIME(3) NULL,
  ended_at DATETIME(3) NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY work_order_number (tenant_id, centre, order_number),
  KEY work_order_complaint (tenant_id, complaint_id),
  KEY work_order_received (tenant_id, received_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
