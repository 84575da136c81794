ALTER TABLE remedy ADD COLUMN parts LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'JSON: what the amount is made up of; null for one piece';
