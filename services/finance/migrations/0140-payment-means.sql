-- A payment goes through a provider, by bank transfer, by hand, or as store credit; a refund goes back to the payment
-- of the order that it came from. `uncertain_since`: money may have moved since then, and nobody knows yet.
ALTER TABLE payment
  ADD COLUMN means VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PROVIDER' AFTER sequence,
  ADD COLUMN original_payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN original_reference VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN end_to_end_id VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'names it on a bank statement',
  ADD COLUMN redirects SMALLINT UNSIGNED NULL COMMENT 'sequence of the payment that it stands in for',
  ADD COLUMN redirected_to SMALLINT UNSIGNED NULL COMMENT 'sequence of the payment that stands in for it',
  ADD COLUMN created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  ADD COLUMN uncertain_since DATETIME(3) NULL,
  ADD UNIQUE KEY by_end_to_end_id (tenant_id, end_to_end_id),
  ADD KEY by_original_payment (tenant_id, original_payment_id, state, amount_minor),
  ADD KEY by_created_at (tenant_id, created_at, id),
  ADD KEY by_state (tenant_id, state, created_at, id),
  ADD KEY due_by_provider (provider, next_step_at);
