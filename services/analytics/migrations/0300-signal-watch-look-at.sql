ALTER TABLE signal_watch
  ADD COLUMN look_at DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00.000'
    COMMENT 'moment of the next look by the clock of the service; the first of 2000 where something was adopted since',
  ADD COLUMN failures INT NOT NULL DEFAULT 0 COMMENT 'looks in a row that failed',
  ADD COLUMN watched_position BIGINT NULL COMMENT 'position in the change feed at the last look',
  ADD COLUMN changed_on DATE NULL COMMENT 'local day of the first look at that position',
  ADD KEY by_look (look_at)
