-- What an organisation decides about its books. What it has not decided is NULL and asked for, never guessed.
CREATE TABLE books_setting (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  base_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  collection_base VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  collection_factor VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  credit_receivables TINYINT(1) NOT NULL DEFAULT 0,
  version INT UNSIGNED NOT NULL,
  set_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  set_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
