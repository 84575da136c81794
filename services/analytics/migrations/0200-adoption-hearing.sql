-- Who has heard of the adoptions of an organisation that were taken in before they listened to them. Told once: what is
-- adopted since comes to them as it happens.
CREATE TABLE adoption_hearing (
  tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listener VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  told_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, listener)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
