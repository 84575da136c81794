ALTER TABLE export_job
  ADD COLUMN to_position INT UNSIGNED NULL COMMENT 'of the journal: up to which position the file is complete';
