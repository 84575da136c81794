ALTER TABLE customer
  ADD COLUMN segment VARCHAR(64) NULL COLLATE utf8mb4_bin,
  ADD COLUMN preferred_channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL
