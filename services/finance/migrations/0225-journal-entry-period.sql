ALTER TABLE journal_entry
  ADD COLUMN period CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'the month it stands in; never one that is closed',
  ADD COLUMN base_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN rate VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'base units for one unit of the currency',
  ADD KEY by_period (tenant_id, period, id);
