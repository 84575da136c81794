CREATE TABLE IF NOT EXISTS customer_identity (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wrapped_key VARBINARY(128) NULL,
  sealed_identity BLOB NULL,
  name_index BINARY(16) NULL,
  email_index BINARY(16) NULL,
  phone_index BINARY(16) NULL,
  external_ref_index BINARY(16) NULL,
  PRIMARY KEY (tenant_id, customer_id),
  UNIQUE KEY customer_identity_external_ref (tenant_id, external_ref_index),
  KEY customer_identity_name (tenant_id, name_index),
  KEY customer_identity_email (tenant_id, email_index),
  KEY customer_identity_phone (tenant_id, phone_index)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
