-- Claims of a match: a line, a payment, or one of each. The unique keys let each be claimed once; what was undone claims nothing.
CREATE TABLE reconciliation_match_line (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  match_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT UNSIGNED NOT NULL,
  account_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  claimed_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  claimed_payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, match_id, position),
  UNIQUE KEY line_claimed_once (tenant_id, claimed_line_id),
  UNIQUE KEY payment_claimed_once (tenant_id, claimed_payment_id, account_kind)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
