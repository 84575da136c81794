-- What may be given away for one paid line, or from one goodwill budget. Every instrument draws on it under its row lock.
-- The checks repeat the rule of the code, so that no statement, whoever wrote it, can pass a ceiling.
CREATE TABLE ceiling (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  limit_minor BIGINT NOT NULL,
  reserved_minor BIGINT NOT NULL,
  settled_minor BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_subject (tenant_id, kind, subject),
  CONSTRAINT ceiling_reserved CHECK (reserved_minor >= 0),
  CONSTRAINT ceiling_settled CHECK (settled_minor >= 0),
  CONSTRAINT ceiling_limit CHECK (reserved_minor + settled_minor <= limit_minor)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
