ALTER TABLE complaint ADD KEY complaint_region (tenant_id, region, received_at, id)
