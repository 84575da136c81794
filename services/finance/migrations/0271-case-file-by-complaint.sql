-- The case of a complaint that was settled on the spot.
ALTER TABLE case_file ADD KEY by_complaint (tenant_id, complaint_id);
