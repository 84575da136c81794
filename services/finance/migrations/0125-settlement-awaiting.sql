-- For whose signature a settlement waits, where that is not simply finance. It means something while the settlement is RELEASED.
CREATE TABLE settlement_awaiting (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settlement_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  since DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, settlement_id),
  KEY by_holder (tenant_id, holder, settlement_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
