-- What the lines of an account come to in each month; lines are only ever added, and this with them.
CREATE TABLE statement_month_total (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
SELECT l.tenant_id, l.account_id, DATE_FORMAT(l.booked_on, '%Y-%m') AS month, SUM(l.amount_minor) AS amount_minor
FROM statement_line l GROUP BY l.tenant_id, l.account_id, DATE_FORMAT(l.booked_on, '%Y-%m');
