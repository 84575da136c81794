-- On which days a settlement is to be paid, and how much of it on each, in proportion to the weights: the amounts follow
-- from the settlement's, which may change until it is approved.
CREATE TABLE settlement_instalment (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settlement_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  due_on DATE NOT NULL,
  weight INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, settlement_id, number),
  CONSTRAINT settlement_instalment_of_something CHECK (weight > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
