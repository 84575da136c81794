-- One payout for one settlement, stored before the provider hears of it. `next_step_at` is null once it is settled; the
-- index on it alone serves the workers, which look across tenants for what is due.
CREATE TABLE payment (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settlement_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  beneficiary VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts INT UNSIGNED NOT NULL,
  misses INT UNSIGNED NOT NULL,
  provider_reference VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  reason VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  next_step_at DATETIME(3) NULL,
  lease_holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lease_until DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_for_each_settlement (tenant_id, settlement_id),
  UNIQUE KEY by_idempotency_key (tenant_id, provider, idempotency_key),
  UNIQUE KEY by_provider_reference (tenant_id, provider, provider_reference),
  KEY due (next_step_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
