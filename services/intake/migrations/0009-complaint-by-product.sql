ALTER TABLE complaint ADD KEY complaint_product (tenant_id, product, received_at, id)
