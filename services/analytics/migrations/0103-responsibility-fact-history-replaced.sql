ALTER TABLE responsibility_fact_history ADD COLUMN replaced TINYINT NULL AFTER loss_currency
