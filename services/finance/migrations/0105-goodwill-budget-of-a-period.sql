-- A budget is of a month (2026-11), a quarter (2026-Q4) or a year (2026), of the organisation or of one of its units.
ALTER TABLE goodwill_budget
  CHANGE COLUMN month period VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN unit VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'empty: of the organisation',
  DROP KEY by_month,
  ADD UNIQUE KEY by_period (tenant_id, currency, period, unit);
