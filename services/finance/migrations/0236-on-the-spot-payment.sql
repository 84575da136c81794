-- Money that the front line handed over. What passed the ceiling of its line is an exception until somebody settles it.
CREATE TABLE on_the_spot_payment (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  instrument VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_number VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  line_number INT UNSIGNED NULL,
  outlet VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  paid_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  paid_at DATETIME(3) NOT NULL,
  over_minor BIGINT NOT NULL DEFAULT 0,
  exception_reason VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  exception_owner VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  exception_ended_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  exception_ended_at DATETIME(3) NULL,
  exception_note VARCHAR(500) NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY by_paid_at (tenant_id, paid_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
