-- What a contact centre still has to be told. `next_step_at` is null once it was told, or given up; the index on it alone serves the worker.
CREATE TABLE IF NOT EXISTS work_order_call (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  work_order_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  centre VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body JSON NOT NULL,
  failures INT UNSIGNED NOT NULL,
  error VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sent_at DATETIME(3) NULL,
  next_step_at DATETIME(3) NULL,
  lease_holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, id),
  KEY work_order_call_order (tenant_id, work_order_id, id),
  KEY work_order_call_due (next_step_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
