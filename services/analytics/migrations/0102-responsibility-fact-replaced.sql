ALTER TABLE responsibility_fact ADD COLUMN replaced TINYINT NULL AFTER loss_currency
