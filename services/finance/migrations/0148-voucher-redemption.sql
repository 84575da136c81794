CREATE TABLE voucher_redemption (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  voucher_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence INT UNSIGNED NOT NULL,
  reference VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'what was bought with it',
  amount_minor BIGINT NOT NULL,
  redeemed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  redeemed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, voucher_id, sequence),
  UNIQUE KEY once_for_a_purchase (tenant_id, voucher_id, reference),
  CONSTRAINT voucher_redemption_positive CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
