import type { TenantReader } from '@redress/persistence';
import type { CollectionBase } from '../../ledger/model/books-setting.model';
import { firstDayOf, nextPeriod, type Period } from '../../ledger/model/period.model';

/** What one member of staff was to collect in a month, and did. */
export interface Collected {
  readonly salesperson: string;
  /** What counts: credited and disputed amounts are taken out. */
  readonly baseMinor: bigint;
  readonly disputedMinor: bigint;
  readonly collectedMinor: bigint;
}

export interface CollectionScope {
  readonly period: Period;
  readonly currency: string;
  readonly salesperson?: string;
  readonly base: CollectionBase;
  /** Disputes count that are open then: the end of the month, or now while it runs. */
  readonly until: Date;
}

const moved = (kind: string, bounds: string): string => `COALESCE((SELECT SUM(m.amount_minor) FROM receivable_movement m
  WHERE m.tenant_id = :tenantId AND m.receivable_id = r.id AND m.kind = '${kind}' AND ${bounds}), 0)`;

/** The receivables with what was received before and in the month, credited until its end, and disputed at its end. */
const COUNTED = `
  SELECT r.salesperson, r.due_on, r.amount_minor AS amount, ${moved('RECEIPT', 'm.effective_on < :from')} AS earlier,
    ${moved('RECEIPT', 'm.effective_on >= :from AND m.effective_on < :to')} AS received,
    ${moved('CREDIT', 'm.effective_on < :to')} AS credited,
    COALESCE((SELECT SUM(d.opened_minor) FROM receivable_dispute d
      WHERE d.tenant_id = :tenantId AND d.receivable_id = r.id AND d.opened_at < :until
        AND (d.ended_at IS NULL OR d.ended_at >= :until)), 0) AS disputed
  FROM receivable r
  WHERE r.tenant_id = :tenantId AND r.currency = :currency AND r.due_on < :to`;

const STILL_OPEN = '(c.amount - c.earlier - c.received - c.credited)';
const DISPUTED = `LEAST(c.disputed, GREATEST(${STILL_OPEN}, 0))`;

/** What counts, by member of staff, in one statement. */
export async function collectedBy(
  reader: TenantReader,
  { period, currency, salesperson, base, until }: CollectionScope,
): Promise<Collected[]> {
  const dueInPeriod = base === 'DUE_IN_PERIOD';
  const owed = dueInPeriod ? '(c.amount - c.credited)' : '(c.amount - c.earlier - c.credited)';
  const rows = await reader.query<{ salesperson: string; base: string; disputed: string; collected: string }>(
    `SELECT c.salesperson, SUM(${owed} - ${DISPUTED}) AS base, SUM(${DISPUTED}) AS disputed,
       SUM(${dueInPeriod ? 'c.earlier + c.received' : 'c.received'}) AS collected
     FROM (${COUNTED} ${dueInPeriod ? 'AND r.due_on >= :from' : ''} ${salesperson === undefined ? '' : 'AND r.salesperson = :salesperson'}) c
     WHERE ${owed} > 0 GROUP BY c.salesperson ORDER BY c.salesperson`,
    { from: firstDayOf(period), to: firstDayOf(nextPeriod(period)), currency, until, salesperson },
  );
  return rows.map((row) => ({
    salesperson: row.salesperson,
    baseMinor: BigInt(row.base),
    disputedMinor: BigInt(row.disputed),
    collectedMinor: BigInt(row.collected),
  }));
}

const DIGITS = 6;

/** A share as a decimal of six digits, rounded down; undefined of nothing. */
export function share(part: bigint, whole: bigint, factor = '1'): string | undefined {
  if (whole <= 0n) return undefined;
  const [integer = '0', fraction = ''] = factor.split('.');
  const scaled = (part * 10n ** BigInt(DIGITS) * BigInt(integer + fraction)) / (whole * 10n ** BigInt(fraction.length));
  const text = scaled.toString().padStart(DIGITS + 1, '0');
  return `${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`;
}
