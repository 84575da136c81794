ALTER TABLE complaint_fact ADD KEY by_customer (tenant_id, generation, customer_id)
