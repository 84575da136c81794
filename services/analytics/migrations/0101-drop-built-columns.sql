ALTER TABLE projection DROP COLUMN built_generation, DROP COLUMN built_position
