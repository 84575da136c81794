CREATE TABLE account (
  tenant_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id            CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       INT NOT NULL DEFAULT 1,
  owner         VARCHAR(100) NULL,
  balance_minor BIGINT NOT NULL DEFAULT 0,
  rate          DECIMAL(10, 4) NULL,
  terms         JSON NULL,
  seal          VARBINARY(64) NULL,
  opened_on     DATE NULL,
  opened_at     DATETIME(3) NULL,
  active        BOOLEAN NOT NULL DEFAULT TRUE,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY by_owner (tenant_id, owner)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
