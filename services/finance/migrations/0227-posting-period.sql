-- What reports group by is repeated here, so that each of them reads one index.
ALTER TABLE posting
  ADD COLUMN period CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN effective_on DATE NULL,
  ADD COLUMN base_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN base_amount_minor BIGINT NULL,
  DROP KEY by_account,
  ADD KEY by_account (tenant_id, currency, account, subaccount, period, effective_on, side, amount_minor),
  ADD KEY by_entry (tenant_id, currency, account, entry_id, line);
