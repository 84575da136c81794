-- What the front line settled when it came in, with its slip (投诉处理单). `slip_transfer_id` is null until the slips of the month are passed on.
CREATE TABLE IF NOT EXISTS on_the_spot (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complaint_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  remedy VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sealed_account BLOB NOT NULL,
  complainant_signed_at DATETIME(3) NULL,
  staff_signed_at DATETIME(3) NULL,
  settled_at DATETIME(3) NOT NULL,
  settled_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slip_transfer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, complaint_id),
  KEY on_the_spot_month (tenant_id, month, complaint_id),
  KEY on_the_spot_customer (tenant_id, customer_id, settled_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
