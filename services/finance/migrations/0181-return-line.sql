-- One line of an order that may come back. Its quantities are the only place where they are counted together.
CREATE TABLE return_line (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  authorisation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  line INT UNSIGNED NOT NULL,
  instrument VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_number VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  line_number INT UNSIGNED NOT NULL,
  product VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  quantity_named BOOLEAN NOT NULL COMMENT 'whether the settlement itself names the quantity',
  authorised DECIMAL(18, 6) NOT NULL,
  received DECIMAL(18, 6) NOT NULL,
  set_aside DECIMAL(18, 6) NOT NULL COMMENT 'received, and neither kept nor paid for',
  resale DECIMAL(18, 6) NOT NULL,
  repair DECIMAL(18, 6) NOT NULL,
  scrap DECIMAL(18, 6) NOT NULL,
  back_to_customer DECIMAL(18, 6) NOT NULL,
  complete BOOLEAN NOT NULL COMMENT 'whether nothing more is expected',
  instructed DECIMAL(18, 6) NULL COMMENT 'the actual quantity that somebody ordered to be signed for although it differs',
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entitled_minor BIGINT NOT NULL COMMENT 'for the authorised quantity',
  outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  posted DECIMAL(18, 6) NULL,
  posted_minor BIGINT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY one_of_each_line (tenant_id, authorisation_id, line),
  KEY by_order_line (tenant_id, order_number, line_number),
  CONSTRAINT return_line_quantities CHECK (
    authorised >= 0 AND received >= 0 AND set_aside >= 0 AND set_aside <= received
    AND resale + repair + scrap + back_to_customer <= received
  )
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
