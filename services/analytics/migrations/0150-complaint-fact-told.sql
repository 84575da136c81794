ALTER TABLE complaint_fact ADD COLUMN told_at DATETIME(3) NULL AFTER acknowledged_at
