-- Whether a complainant was told that their complaint has come in. `next_step_at` is null once it was decided how they
-- are told; the index on it alone serves the workers, which look across tenants.
CREATE TABLE IF NOT EXISTS acknowledgement (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tells JSON NULL,
  means VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  acknowledged_at DATETIME(3) NULL,
  acknowledged_by VARCHAR(255) NULL COLLATE utf8mb4_bin,
  received_at DATETIME(3) NOT NULL,
  next_step_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, complaint_id),
  KEY acknowledgement_state (tenant_id, state, received_at, complaint_id),
  KEY acknowledgement_to_plan (next_step_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
