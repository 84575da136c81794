-- What was handed over for a complaint counts for whoever decides on more of the same harm.
ALTER TABLE on_the_spot_payment ADD KEY by_complaint (tenant_id, complaint_id);
