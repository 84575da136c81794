CREATE TABLE IF NOT EXISTS letter_template (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regulation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body TEXT NOT NULL,
  set_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  set_at DATETIME(3) NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, purpose, language, regulation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
