ALTER TABLE change_log ADD KEY by_complaint (tenant_id, complaint_id, position)
