-- What lists of settlements are filtered by and what is known of its case, repeated here so that one index serves each
-- filter in the order of the list. Only the list reads it; the file of the case is the record.
ALTER TABLE settlement
  ADD COLUMN instruments VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of all parts, each between commas; null where there is one part',
  ADD COLUMN case_number VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN department VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN product VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN category_code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN region VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN level VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN regulation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN regulation_version INT UNSIGNED NULL,
  ADD KEY by_department (tenant_id, department, created_at, id),
  ADD KEY by_product (tenant_id, product, created_at, id),
  ADD KEY by_category (tenant_id, category_code, created_at, id),
  ADD KEY by_regulation (tenant_id, regulation_id, regulation_version, created_at, id),
  ADD KEY by_customer (tenant_id, customer_id, created_at, id),
  ADD KEY by_resolution (tenant_id, resolution_id, created_at, id),
  ADD KEY by_decided_at (tenant_id, decided_at, id),
  ADD KEY by_completed_at (tenant_id, completed_at, id),
  ADD KEY by_case_number (tenant_id, case_number, id);
