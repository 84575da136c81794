ALTER TABLE complaint_content ADD COLUMN sealed_card MEDIUMBLOB NULL
