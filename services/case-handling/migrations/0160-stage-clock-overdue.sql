ALTER TABLE stage_clock
  ADD COLUMN overdue_noticed_at DATETIME(3) NULL,
  ADD KEY falling_due (overdue_noticed_at, state, due_at);
