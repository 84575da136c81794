ALTER TABLE posting
  CHANGE COLUMN settlement_id source_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN source_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'SETTLEMENT' AFTER line,
  ADD COLUMN subaccount VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER account,
  ADD COLUMN department VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN product VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN cause VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  DROP KEY by_settlement,
  ADD KEY by_source (tenant_id, source_kind, source_id);
