CREATE TABLE IF NOT EXISTS quarantined_mail_part (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mail_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT UNSIGNED NOT NULL,
  sealed_part MEDIUMBLOB NOT NULL,
  PRIMARY KEY (tenant_id, mail_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
