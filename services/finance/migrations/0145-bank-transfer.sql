-- One transfer of a batch, with its payee as it stands in the file.
CREATE TABLE bank_transfer (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  batch_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT UNSIGNED NOT NULL,
  payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  end_to_end_id VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  holder_name VARCHAR(140) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  scheme VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account VARCHAR(34) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bank_code VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL,
  in_batch TINYINT UNSIGNED NULL COMMENT '1, or null when the batch was given up',
  PRIMARY KEY (tenant_id, batch_id, position),
  UNIQUE KEY one_batch_for_a_payment (tenant_id, payment_id, in_batch),
  CONSTRAINT bank_transfer_positive CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
