-- Where a payee is paid by bank transfer. The only place of finance that knows a payee's name.
CREATE TABLE payee_account (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payee VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_name VARCHAR(140) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  scheme VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'IBAN or LOCAL',
  account VARCHAR(34) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bank_code VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the clearing system, with a local account',
  in_use TINYINT UNSIGNED NULL COMMENT '1, or null once another took its place',
  registered_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  registered_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_in_use (tenant_id, payee, in_use)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
