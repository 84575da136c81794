ALTER TABLE complaint_fact_history ADD COLUMN told_at DATETIME(3) NULL AFTER acknowledged_at
