CREATE TABLE worker_lease (
  worker VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_until DATETIME(3) NOT NULL,
  PRIMARY KEY (worker)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;
