CREATE TABLE adoption_signature (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signatory VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signed_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  signed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_per_signatory (tenant_id, terms, signatory),
  UNIQUE KEY one_per_person (tenant_id, terms, signed_by)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
