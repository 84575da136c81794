-- A journal for every source of bookings, not for settlements alone; several of a kind are told apart by their sequence.
ALTER TABLE journal_entry
  CHANGE COLUMN settlement_id source_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN source_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'SETTLEMENT' AFTER id,
  MODIFY COLUMN kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN sequence SMALLINT UNSIGNED NOT NULL DEFAULT 1 AFTER kind,
  ADD COLUMN effective_on DATE NULL COMMENT 'the day it is true for; booked_at is when it was written' AFTER booked_at,
  ADD COLUMN memo VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
  DROP KEY one_of_each_kind,
  ADD UNIQUE KEY one_of_each_kind (tenant_id, source_kind, source_id, kind, sequence);
