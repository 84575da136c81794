CREATE TABLE goodwill_budget (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'also the id of its ceiling',
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  set_at DATETIME(3) NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_month (tenant_id, currency, month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
