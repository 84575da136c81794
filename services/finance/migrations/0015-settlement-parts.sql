-- A settlement in several parts, each with its instrument, its subject, its payee and what it drew on which ceiling.
-- The write model reads them whole; settlement_draw repeats the draws for those who ask by ceiling.
ALTER TABLE settlement
  ADD COLUMN parts LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'JSON; null for one that was drawn up before there were parts' AFTER line_number;
