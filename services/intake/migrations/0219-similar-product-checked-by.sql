ALTER TABLE similar_product_check MODIFY COLUMN checked_by VARCHAR(255) NOT NULL COLLATE utf8mb4_bin
