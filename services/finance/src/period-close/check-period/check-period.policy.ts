import type { TenantReader } from '@redress/persistence';
import { discrepanciesSince } from '../../ledger/check-books/check-books.query';
import { firstDayOf, nextPeriod, type Period } from '../../ledger/model/period.model';
import type { PeriodCheck } from '../model/period-check.model';

const MOST = 100;
/** A month of any zone begins and ends at most this long from that of UTC. */
const FARTHEST_ZONE_MS = 14 * 3_600_000;

const UNBALANCED = `
  SELECT e.id FROM journal_entry e
  LEFT JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id AND p.currency = e.currency AND p.period = e.period
  WHERE e.tenant_id = :tenantId AND e.period = :period
  GROUP BY e.id
  HAVING COALESCE(SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END), 1) <> 0
    OR COALESCE(SUM(CASE WHEN p.side = 'DEBIT' THEN p.base_amount_minor ELSE -p.base_amount_minor END), 0) <> 0`;

const PAYMENTS_UNKNOWN = `
  SELECT DISTINCT p.id FROM payment p
  JOIN journal_entry e ON e.tenant_id = p.tenant_id AND e.source_kind = 'SETTLEMENT' AND e.source_id = p.settlement_id
    AND e.kind = 'APPROVAL'
  WHERE p.tenant_id = :tenantId AND p.state = 'UNKNOWN' AND e.period <= :period`;

const PAYABLES_OPEN = `
  SELECT p.source_id AS id FROM posting p
  WHERE p.tenant_id = :tenantId AND p.account = 'PAYABLES_TO_COMPLAINANTS' AND p.period <= :period
  GROUP BY p.source_kind, p.source_id, p.currency
  HAVING SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END) <> 0`;

const WITHOUT_WORTH = `
  SELECT e.id FROM journal_entry e JOIN books_setting b ON b.tenant_id = e.tenant_id AND b.base_currency IS NOT NULL
  WHERE e.tenant_id = :tenantId AND e.period = :period AND e.rate IS NULL`;

const EXCEPTIONS_OPEN = `
  SELECT o.id FROM on_the_spot_payment o
  WHERE o.tenant_id = :tenantId AND o.exception_reason IS NOT NULL AND o.exception_ended_at IS NULL`;

const RECONCILIATION_OPEN = `
  SELECT l.id FROM statement_line l
  WHERE l.tenant_id = :tenantId AND l.state = 'OPEN' AND l.booked_on < :following`;

/** Looks a month through: what stands in the way of closing it, and what only should be known. */
export async function checkPeriod(reader: TenantReader, period: Period): Promise<PeriodCheck[]> {
  const following = firstDayOf(nextPeriod(period));
  const look = async (sql: string): Promise<Pick<PeriodCheck, 'count' | 'ids'>> => {
    const rows = await reader.query<{ id: string }>(`${sql} LIMIT ${String(MOST)}`, { period, following });
    return { count: rows.length, ids: rows.map(({ id }) => id) };
  };
  return [
    { check: 'ENTRIES_UNBALANCED', blocking: true, ...(await look(UNBALANCED)) },
    { check: 'BOOKS_DISAGREE', blocking: true, ...(await disagreements(reader, period)) },
    { check: 'PAYMENTS_UNKNOWN', blocking: true, ...(await look(PAYMENTS_UNKNOWN)) },
    { check: 'PAYABLES_OPEN', blocking: false, ...(await look(PAYABLES_OPEN)) },
    { check: 'ENTRIES_WITHOUT_WORTH', blocking: false, ...(await look(WITHOUT_WORTH)) },
    { check: 'EXCEPTIONS_OPEN', blocking: false, ...(await look(EXCEPTIONS_OPEN)) },
    { check: 'RECONCILIATION_OPEN', blocking: false, ...(await look(RECONCILIATION_OPEN)) },
  ];
}

/** What the sweep of the books finds about what began in the month. */
async function disagreements(reader: TenantReader, period: Period): Promise<Pick<PeriodCheck, 'count' | 'ids'>> {
  const since = new Date(new Date(firstDayOf(period)).getTime() - FARTHEST_ZONE_MS);
  const found = await discrepanciesSince(reader, since);
  return { count: found.length, ids: found.slice(0, MOST).map(({ kind, id }) => `${kind}:${id}`) };
}
