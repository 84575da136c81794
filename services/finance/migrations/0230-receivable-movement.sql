-- What reduced a receivable: money that came, or a settlement that was credited instead of paid out.
CREATE TABLE receivable_movement (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receivable_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  effective_on DATE NOT NULL,
  reference VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  disputed TINYINT(1) NOT NULL DEFAULT 0,
  recorded_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_reference (tenant_id, receivable_id, kind, reference),
  CONSTRAINT receivable_movement_positive CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
