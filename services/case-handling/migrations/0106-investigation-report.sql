ALTER TABLE investigation
  ADD COLUMN sections JSON NULL,
  ADD COLUMN heard_complainant BOOLEAN NULL,
  ADD COLUMN heard_complainee BOOLEAN NULL;
