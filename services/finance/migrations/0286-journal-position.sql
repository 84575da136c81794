-- The position that entries are given now. Whoever books holds the row in share mode until the commit, so whoever moves it
-- on waits for all of them: nothing is ever added at a position that was left.
CREATE TABLE journal_position (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
