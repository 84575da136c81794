-- A statement names a payment by its key, whichever provider carried it.
ALTER TABLE payment ADD KEY by_key (tenant_id, idempotency_key);
