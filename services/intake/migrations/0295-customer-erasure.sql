-- That the personal data of a customer was erased, why and by whom. `next_step_at` is null once nothing is left to do; the index on it alone serves the
-- worker, which looks across tenants.
CREATE TABLE IF NOT EXISTS customer_erasure (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(1000) NOT NULL COLLATE utf8mb4_bin,
  complaints INT UNSIGNED NOT NULL,
  same_contacts INT UNSIGNED NOT NULL,
  erased_at DATETIME(3) NOT NULL,
  erased_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  finished_at DATETIME(3) NULL,
  next_step_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY customer_erasure_customer (tenant_id, customer_id),
  KEY customer_erasure_erased (tenant_id, erased_at, id),
  KEY customer_erasure_due (next_step_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
