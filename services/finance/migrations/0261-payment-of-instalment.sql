-- A payment of an instalment is not made before its day. `held_until` is the beginning of that day and null from then on;
-- the index on it alone serves the workers, which look across tenants for what begins.
ALTER TABLE payment
  ADD COLUMN instalment SMALLINT UNSIGNED NULL,
  ADD COLUMN not_before DATE NULL,
  ADD COLUMN held_until DATETIME(3) NULL,
  ADD KEY held (held_until);
