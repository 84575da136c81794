-- What is owed for each source, kept with its postings: what is open is found without reading what was paid long ago.
CREATE TABLE payable (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  open_minor BIGINT NOT NULL COMMENT 'credit less debit of PAYABLES_TO_COMPLAINANTS, over all months',
  last_period CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the latest month with a posting of it',
  PRIMARY KEY (tenant_id, source_kind, source_id, currency),
  KEY open_ones (tenant_id, open_minor, last_period),
  KEY by_last_period (tenant_id, last_period)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
SELECT p.tenant_id, p.source_kind, p.source_id, p.currency,
  SUM(CASE WHEN p.side = 'CREDIT' THEN p.amount_minor ELSE -p.amount_minor END) AS open_minor,
  MAX(p.period) AS last_period
FROM posting p WHERE p.account = 'PAYABLES_TO_COMPLAINANTS'
GROUP BY p.tenant_id, p.source_kind, p.source_id, p.currency;
