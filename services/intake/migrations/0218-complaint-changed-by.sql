ALTER TABLE complaint_change MODIFY COLUMN changed_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin
