ALTER TABLE attachment ADD KEY attachment_content (tenant_id, sha256)
