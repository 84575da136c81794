ALTER TABLE staff_member ADD KEY by_delegate (tenant_id, delegate);
