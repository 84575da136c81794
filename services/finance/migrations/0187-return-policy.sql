-- What an organisation gives for goods by what becomes of them, in ten-thousandths.
CREATE TABLE return_policy (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resale_share INT UNSIGNED NOT NULL,
  repair_share INT UNSIGNED NOT NULL,
  scrap_share INT UNSIGNED NOT NULL,
  back_to_customer_share INT UNSIGNED NOT NULL,
  inspection_required BOOLEAN NOT NULL,
  return_within_days INT UNSIGNED NOT NULL,
  set_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  set_at DATETIME(3) NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
