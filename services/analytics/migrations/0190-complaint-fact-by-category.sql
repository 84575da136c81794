ALTER TABLE complaint_fact ADD KEY by_category (tenant_id, generation, category_id, category_code)
