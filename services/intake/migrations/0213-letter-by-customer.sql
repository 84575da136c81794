ALTER TABLE letter ADD KEY letter_customer (tenant_id, customer_id, sent_at, id)
