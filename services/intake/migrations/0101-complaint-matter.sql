ALTER TABLE complaint
  ADD COLUMN item_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'COMPLAINT',
  ADD COLUMN priority VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NORMAL',
  ADD COLUMN matter JSON NULL,
  ADD COLUMN judgement JSON NULL,
  ADD COLUMN merged_into CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY complaint_merged (tenant_id, merged_into),
  ADD KEY complaint_order (tenant_id, order_number)
