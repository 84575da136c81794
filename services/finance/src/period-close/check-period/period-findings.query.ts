import type { TenantReader } from '@redress/persistence';
import type { PeriodCheckName } from '../model/period-check.model';

/**
 * What nobody booked for since the month is owed as it is now; only of the rest are the postings added up. The indexes are
 * named because few are open among many: what a server guesses of that is easily old.
 */
const PAYABLES_OPEN = `
    SELECT y.source_id AS id FROM payable y FORCE INDEX (open_ones)
    WHERE y.tenant_id = :tenantId AND y.open_minor <> 0 AND y.last_period <= :period
    UNION ALL
    SELECT p.source_id AS id FROM payable y FORCE INDEX (by_last_period)
    STRAIGHT_JOIN posting p ON p.tenant_id = y.tenant_id AND p.source_kind = y.source_kind AND p.source_id = y.source_id
      AND p.currency = y.currency
    WHERE y.tenant_id = :tenantId AND y.last_period > :period AND p.account = 'PAYABLES_TO_COMPLAINANTS'
      AND p.period <= :period
    GROUP BY p.source_kind, p.source_id, p.currency
    HAVING SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END) <> 0`;

/**
 * The ids of what is found by each check, by one statement a check. `:period` is the month, `:lastDay` its last day,
 * `:following` the first day after it, `:end` the moment in which it was over for the organisation.
 */
export const FINDINGS: Readonly<Record<Exclude<PeriodCheckName, 'BOOKS_DISAGREE' | 'STATEMENTS_MISSING'>, string>> = {
  ENTRIES_UNBALANCED: `
    SELECT e.id FROM journal_entry e
    LEFT JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id AND p.currency = e.currency AND p.period = e.period
    WHERE e.tenant_id = :tenantId AND e.period = :period
    GROUP BY e.id
    HAVING COALESCE(SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END), 1) <> 0
      OR COALESCE(SUM(CASE WHEN p.side = 'DEBIT' THEN p.base_amount_minor ELSE -p.base_amount_minor END), 0) <> 0`,
  PAYMENTS_UNKNOWN: `
    SELECT DISTINCT p.id FROM payment p
    JOIN journal_entry e ON e.tenant_id = p.tenant_id AND e.source_kind = 'SETTLEMENT' AND e.source_id = p.settlement_id
      AND e.kind = 'APPROVAL'
    WHERE p.tenant_id = :tenantId AND p.state = 'UNKNOWN' AND e.period <= :period`,
  LINES_WITHOUT_OWNER: openLines('IS NULL'),
  RECONCILIATION_OPEN: openLines('IS NOT NULL'),
  PAYMENTS_WITHOUT_OWNER: unseenPayments('IS NULL'),
  PAYMENTS_UNSEEN: unseenPayments('IS NOT NULL'),
  RETURN_EXCEPTIONS_OPEN: `
    SELECT x.id FROM return_exception x
    WHERE x.tenant_id = :tenantId AND x.state = 'OPEN' AND x.raised_at < :end`,
  EXCEPTIONS_WITHOUT_OWNER: onTheSpot('IS NULL'),
  EXCEPTIONS_OPEN: onTheSpot('IS NOT NULL'),
  PAYABLES_OPEN,
  ENTRIES_WITHOUT_WORTH: `
    SELECT e.id FROM journal_entry e JOIN books_setting b ON b.tenant_id = e.tenant_id AND b.base_currency IS NOT NULL
    WHERE e.tenant_id = :tenantId AND e.period = :period AND e.rate IS NULL`,
};

/** Accounts of which nothing says that their statements reach the end of the month: neither a line, nor a balance of the bank, nor a signature. */
export const NOT_REACHING_THE_END = `
  SELECT a.id FROM bank_account a
  WHERE a.tenant_id = :tenantId AND a.opening_on < :following
    AND NOT EXISTS (SELECT 1 FROM statement_line l
      WHERE l.tenant_id = :tenantId AND l.account_id = a.id AND l.booked_on >= :lastDay)
    AND NOT EXISTS (SELECT 1 FROM statement_balance b
      WHERE b.tenant_id = :tenantId AND b.account_id = a.id
        AND ((b.kind = 'CLOSING' AND b.balance_on >= :lastDay) OR (b.kind = 'OPENING' AND b.balance_on >= :following)))
    AND NOT EXISTS (SELECT 1 FROM signed_reconciliation s
      WHERE s.tenant_id = :tenantId AND s.account_id = a.id AND s.to_on >= :lastDay)`;

/** Accounts whose statements begin before a day, with what stood on them then. */
export async function accountsOpenedBefore(
  reader: TenantReader,
  following: string,
): Promise<{ readonly id: string; readonly openingOn: string; readonly openingMinor: bigint }[]> {
  const rows = await reader.query<{ id: string; openingOn: string; openingMinor: string }>(
    `SELECT a.id, a.opening_on AS openingOn, a.opening_minor AS openingMinor FROM bank_account a
     WHERE a.tenant_id = :tenantId AND a.opening_on < :following ORDER BY a.id`,
    { following },
  );
  return rows.map((row) => ({ ...row, openingMinor: BigInt(row.openingMinor) }));
}

/** Whoever is responsible for the account is asked to give each line to somebody; only that counts as an owner here. */
function openLines(owner: 'IS NULL' | 'IS NOT NULL'): string {
  return `SELECT l.id FROM bank_account a
    JOIN statement_line l ON l.tenant_id = a.tenant_id AND l.account_id = a.id AND l.state = 'OPEN'
    WHERE a.tenant_id = :tenantId AND l.booked_on < :following AND l.owner ${owner}`;
}

/** Payments that a statement of their account should have shown by the end of the month. */
function unseenPayments(owner: 'IS NULL' | 'IS NOT NULL'): string {
  return `SELECT DISTINCT p.id FROM bank_account a
    JOIN payment p ON p.tenant_id = a.tenant_id AND p.provider = a.provider AND p.currency = a.currency
      AND p.state = 'SUCCEEDED'
    JOIN journal_entry e ON e.tenant_id = p.tenant_id AND e.source_kind = 'SETTLEMENT' AND e.source_id = p.settlement_id
      AND e.kind = 'PAYMENT' AND e.sequence = p.sequence
    LEFT JOIN reconciliation_match_line c ON c.tenant_id = p.tenant_id AND c.claimed_payment_id = p.id
      AND c.account_kind = a.kind
    LEFT JOIN unseen_payment u ON u.tenant_id = p.tenant_id AND u.account_id = a.id AND u.payment_id = p.id
    WHERE a.tenant_id = :tenantId AND c.match_id IS NULL AND e.effective_on >= a.opening_on
      AND e.effective_on <= DATE_SUB(:lastDay, INTERVAL a.expected_within_days DAY) AND u.owner ${owner}`;
}

function onTheSpot(owner: 'IS NULL' | 'IS NOT NULL'): string {
  return `SELECT o.id FROM on_the_spot_payment o
    WHERE o.tenant_id = :tenantId AND o.exception_reason IS NOT NULL AND o.exception_ended_at IS NULL
      AND o.paid_at < :end AND o.exception_owner ${owner}`;
}
