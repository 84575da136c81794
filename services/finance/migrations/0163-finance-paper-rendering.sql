-- What a paper came to as a file, by what it was rendered with: the same again must be the same bytes.
CREATE TABLE finance_paper_rendering (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  paper_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL COMMENT 'of the paper',
  language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  copy TINYINT UNSIGNED NOT NULL COMMENT '0 for all copies in one file',
  renderer VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size_bytes INT UNSIGNED NOT NULL,
  rendered_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, paper_id, version, language, copy, renderer)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
