import { newId } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { dayIn, nextPeriod, periodOfDay, periodsSought, type Period, type PeriodState } from '../model/period.model';
import { heldPosition } from './journal-position-mysql';

/** Where an entry stands, and what else the books of the organisation say about it. */
export interface PostingPlace {
  readonly period: Period;
  /** The day it is true for, in the organisation's calendar. */
  readonly effectiveOn: string;
  readonly baseCurrency: string | null;
  /** How far the journal had come; held until the commit. */
  readonly position: number;
}

interface Books {
  readonly time_zone: string | null;
  readonly last_closed: Period | null;
  readonly base_currency: string | null;
}
interface PeriodRow extends Books {
  readonly period: Period;
  readonly state: PeriodState;
  readonly position: number | null;
}

const BOOKS = `
  (SELECT s.time_zone FROM tenant_setting s WHERE s.tenant_id = :tenantId AND s.effective_from <= :bookedAt
   ORDER BY s.effective_from DESC LIMIT 1) AS time_zone,
  (SELECT MAX(c.period) FROM accounting_period c WHERE c.tenant_id = :tenantId AND c.state = 'CLOSED') AS last_closed,
  (SELECT b.base_currency FROM books_setting b WHERE b.tenant_id = :tenantId) AS base_currency`;

const FARTHEST_ZONES_MS = [-12, 14].map((hours) => hours * 3_600_000);

/**
 * Finds the open month in which an entry stands and holds it open until the commit: its row is locked in share mode, so
 * that many book at once and whoever closes waits for all of them, as does whoever leaves the position of the journal. One
 * statement, but for the first entry of a month.
 */
export async function placeOf(tx: TenantTransaction, bookedAt: Date, effectiveOn?: string): Promise<PostingPlace> {
  const rows = await tx.query<PeriodRow>(
    `SELECT p.period, p.state, j.position, ${BOOKS}
     FROM accounting_period p LEFT JOIN journal_position j ON j.tenant_id = p.tenant_id
     WHERE p.tenant_id = :tenantId AND p.period IN (:months) LOCK IN SHARE MODE`,
    { bookedAt, months: possibleMonths(bookedAt, effectiveOn) },
  );
  const books = rows[0] ?? (await booksOf(tx, bookedAt));
  const bookedOn = dayIn(books.time_zone ?? 'UTC', bookedAt);
  const day = effectiveOn ?? bookedOn;
  const known = new Map(rows.map(({ period, state }) => [period, state]));
  const period = await firstOpen(tx, periodsSought(bookedOn, day), known, books.last_closed);
  const position = rows[0]?.position ?? (await heldPosition(tx));
  return { period, effectiveOn: day, baseCurrency: books.base_currency, position };
}

/** The months that may be meant, whatever the organisation's zone is. */
function possibleMonths(bookedAt: Date, effectiveOn: string | undefined): Period[] {
  const booking = FARTHEST_ZONES_MS.map((shift) => dayIn('UTC', new Date(bookedAt.getTime() + shift)));
  const days = effectiveOn === undefined ? booking : [...booking, effectiveOn];
  return [...new Set(days.map(periodOfDay))];
}

async function booksOf(tx: TenantTransaction, bookedAt: Date): Promise<Books> {
  const [books] = await tx.query<Books>(`SELECT ${BOOKS}`, { bookedAt });
  return books ?? { time_zone: null, last_closed: null, base_currency: null };
}

async function firstOpen(
  tx: TenantTransaction,
  sought: readonly Period[],
  known: ReadonlyMap<Period, PeriodState>,
  lastClosed: Period | null,
): Promise<Period> {
  let period = sought[0] ?? '';
  for (const each of sought) {
    period = each;
    if ((known.get(each) ?? (await stateOf(tx, each, lastClosed))) !== 'CLOSED') return each;
  }
  do period = nextPeriod(period);
  while ((await stateOf(tx, period, lastClosed)) === 'CLOSED');
  return period;
}

/** A month that nobody booked in and that lies before one that is closed is over; any other is opened by its first entry. */
async function stateOf(tx: TenantTransaction, period: Period, lastClosed: Period | null): Promise<PeriodState> {
  const lock = () =>
    tx.query<{ state: PeriodState }>(
      `SELECT p.state FROM accounting_period p WHERE p.tenant_id = :tenantId AND p.period = :period LOCK IN SHARE MODE`,
      { period },
    );
  const [found] = await lock();
  if (found !== undefined) return found.state;
  if (lastClosed !== null && period < lastClosed) return 'CLOSED';
  await openPeriod(tx, period);
  const [opened] = await lock();
  return opened?.state ?? 'OPEN';
}

/** Opens a month unless it is known already. */
export async function openPeriod(tx: TenantTransaction, period: Period): Promise<void> {
  await tx.execute(
    `INSERT INTO accounting_period (tenant_id, period, id, state, version) VALUES (:tenantId, :period, :id, 'OPEN', 0)
     ON DUPLICATE KEY UPDATE version = version`,
    { period, id: newId() },
  );
}
