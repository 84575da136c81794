import type { TenantReader } from '@redress/persistence';
import { RESERVING_STATES } from '../../settlement/model/settlement.transitions';

/** Something that the rules make impossible and that a person must therefore look at. */
export interface Discrepancy {
  readonly kind: 'UNBALANCED_ENTRY' | 'CEILING_DISAGREES' | 'PAYMENT_DISAGREES' | 'ENTRY_MISSING';
  readonly id: string;
}

const MOST = 100;
/** What was drawn up long ago may be decided and paid today. */
const touchedSince = (settlement: string): string =>
  `(${settlement}.created_at >= :since OR ${settlement}.decided_at >= :since OR ${settlement}.completed_at >= :since)`;

/** Entries whose debits do not equal their credits. */
const UNBALANCED_ENTRIES = `
  SELECT e.id FROM journal_entry e
  LEFT JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id AND p.currency = e.currency
  WHERE e.tenant_id = :tenantId AND e.booked_at >= :since
  GROUP BY e.id
  HAVING COALESCE(SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END), 1) <> 0`;

/** Ceilings that do not carry exactly what the settlements under them reserved and settled. */
const CEILINGS_THAT_DISAGREE = `
  SELECT c.id FROM (
    SELECT DISTINCT e.tenant_id, e.ceiling_id FROM settlement_draw e
    JOIN settlement r ON r.tenant_id = e.tenant_id AND r.id = e.settlement_id
    WHERE e.tenant_id = :tenantId AND ${touchedSince('r')}) recent
  JOIN ceiling c ON c.tenant_id = recent.tenant_id AND c.id = recent.ceiling_id
  JOIN settlement_draw d ON d.tenant_id = c.tenant_id AND d.ceiling_id = c.id
  JOIN settlement s ON s.tenant_id = d.tenant_id AND s.id = d.settlement_id
  WHERE c.tenant_id = :tenantId
  GROUP BY c.id, c.reserved_minor, c.settled_minor
  HAVING c.reserved_minor <> SUM(CASE WHEN s.state IN (:reserving) THEN d.amount_minor ELSE 0 END)
    OR c.settled_minor <> SUM(CASE WHEN s.state = 'COMPLETED' THEN d.amount_minor ELSE 0 END)`;

/**
 * Settlements whose state is not that of their payments, or whose payments do not come to the amount. A payment that
 * another stands in for counts no more.
 */
const PAYMENTS_THAT_DISAGREE = `
  SELECT s.id FROM settlement s
  LEFT JOIN payment p ON p.tenant_id = s.tenant_id AND p.settlement_id = s.id AND p.redirected_to IS NULL
  WHERE s.tenant_id = :tenantId AND ${touchedSince('s')}
  GROUP BY s.id, s.state, s.amount_minor, s.currency
  HAVING (s.state IN ('APPROVED', 'PAYING', 'COMPLETED', 'FAILED')) <> (COUNT(p.id) > 0)
    OR (s.state = 'COMPLETED') <> (COUNT(p.id) > 0 AND COUNT(p.id) = SUM(p.state = 'SUCCEEDED'))
    OR (s.state = 'FAILED' AND COUNT(p.id) <> SUM(p.state = 'DECLINED'))
    OR COALESCE(SUM(p.amount_minor), s.amount_minor) <> s.amount_minor
    OR SUM(p.currency <> s.currency) > 0`;

/** Settlements that were approved, paid or taken back and not booked so, or booked and not so. */
const ENTRIES_MISSING = `
  SELECT s.id FROM settlement s
  LEFT JOIN journal_entry a ON a.tenant_id = s.tenant_id AND a.source_kind = 'SETTLEMENT' AND a.source_id = s.id
    AND a.kind = 'APPROVAL'
  LEFT JOIN journal_entry r ON r.tenant_id = s.tenant_id AND r.source_kind = 'SETTLEMENT' AND r.source_id = s.id
    AND r.kind = 'REVERSAL'
  WHERE s.tenant_id = :tenantId AND ${touchedSince('s')} AND (
    (s.state IN ('APPROVED', 'PAYING', 'COMPLETED', 'FAILED')) <> (a.id IS NOT NULL)
    OR (s.state = 'FAILED') <> (r.id IS NOT NULL))`;

/** Payments that succeeded and were not booked, or were booked and did not. */
const PAYMENTS_NOT_BOOKED = `
  SELECT p.id FROM payment p
  JOIN settlement s ON s.tenant_id = p.tenant_id AND s.id = p.settlement_id
  LEFT JOIN journal_entry e ON e.tenant_id = p.tenant_id AND e.source_kind = 'SETTLEMENT'
    AND e.source_id = p.settlement_id AND e.kind = 'PAYMENT' AND e.sequence = p.sequence
  WHERE p.tenant_id = :tenantId AND s.tenant_id = :tenantId AND ${touchedSince('s')}
    AND (p.state = 'SUCCEEDED') <> (e.id IS NOT NULL)`;

const CHECKS: readonly (readonly [Discrepancy['kind'], string])[] = [
  ['UNBALANCED_ENTRY', UNBALANCED_ENTRIES],
  ['CEILING_DISAGREES', CEILINGS_THAT_DISAGREE],
  ['PAYMENT_DISAGREES', PAYMENTS_THAT_DISAGREE],
  ['ENTRY_MISSING', ENTRIES_MISSING],
  ['ENTRY_MISSING', PAYMENTS_NOT_BOOKED],
];

/** What does not agree in an organisation's books since a moment, at most a hundred of each kind. Empty when all is well. */
export async function discrepanciesSince(reader: TenantReader, since: Date): Promise<Discrepancy[]> {
  const found: Discrepancy[] = [];
  for (const [kind, sql] of CHECKS) {
    const rows = await reader.query<{ id: string }>(`${sql} LIMIT ${String(MOST)}`, {
      since,
      reserving: RESERVING_STATES,
    });
    found.push(...rows.map(({ id }) => ({ kind, id })));
  }
  return found;
}
