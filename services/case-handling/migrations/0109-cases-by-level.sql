CREATE INDEX by_level ON complaint_case (tenant_id, level, received_at, id);
