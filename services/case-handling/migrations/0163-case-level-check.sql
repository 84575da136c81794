ALTER TABLE complaint_case
  ADD COLUMN level_check_at DATETIME(3) NULL,
  ADD KEY level_check (level_check_at);
