-- What does not fit and waits for a person; never deleted. At most one open for a matter.
CREATE TABLE return_exception (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  authorisation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  return_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  receipt_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  quantity DECIMAL(18, 6) NOT NULL,
  owner VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  raised_at DATETIME(3) NOT NULL,
  reason VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  resolved_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  resolved_at DATETIME(3) NULL,
  open_key VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the matter, as long as it is open',
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_open (tenant_id, open_key),
  KEY by_state (tenant_id, state, raised_at, id),
  KEY by_raised (tenant_id, raised_at, id),
  KEY by_authorisation (tenant_id, authorisation_id),
  KEY by_receipt_line (tenant_id, receipt_line_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
