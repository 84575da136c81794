import type { TenantReader } from '@redress/persistence';
import { discrepanciesSince } from '../../ledger/check-books/check-books.query';
import { firstDayOf, nextPeriod, type Period } from '../../ledger/model/period.model';
import { figuresOf, shifted } from '../../reconciliation/view-reconciliation/reconciliation.query';
import { PERIOD_CHECKS, type PeriodCheck, type PeriodCheckName } from '../model/period-check.model';
import { accountsOpenedBefore, FINDINGS, NOT_REACHING_THE_END } from './period-findings.query';

type Found = Pick<PeriodCheck, 'count' | 'ids'>;
/** The moment in which a day begins for the organisation. */
export type StartOfDay = (reader: TenantReader, day: string) => Promise<Date>;

const MOST = 100;
const PAGE = 10_000;
/** A month of any zone begins and ends at most this long from that of UTC. */
const FARTHEST_ZONE_MS = 14 * 3_600_000;

/** Looks a month through: what stands in the way of closing it, and what should be known. */
export async function checkPeriod(
  reader: TenantReader,
  period: Period,
  startOfDay: StartOfDay,
): Promise<PeriodCheck[]> {
  const params = await boundsOf(reader, period, startOfDay);
  const look = async (sql: string): Promise<Found> => {
    const rows = await reader.query<{ id: string; total: string }>(
      `SELECT f.id, COUNT(*) OVER () AS total FROM (${sql}) f LIMIT ${String(MOST)}`,
      params,
    );
    return { count: Number(rows[0]?.total ?? 0), ids: rows.map(({ id }) => id) };
  };
  const checks: PeriodCheck[] = [];
  for (const check of PERIOD_CHECKS) {
    if (check === 'BOOKS_DISAGREE') checks.push({ check, ...(await disagreements(reader, period)) });
    else if (check === 'STATEMENTS_MISSING')
      checks.push({ check, ...(await statementsMissing(reader, period, params)) });
    else checks.push({ check, ...(await look(FINDINGS[check])) });
  }
  return checks;
}

/** Everything that a look through a month finds, page by page; for the package of the month. */
export async function* everyFinding(
  reader: TenantReader,
  period: Period,
  startOfDay: StartOfDay,
): AsyncIterable<{ readonly check: PeriodCheckName; readonly ids: readonly string[] }> {
  const bounds = await boundsOf(reader, period, startOfDay);
  for (const { check, ids } of await checkPeriod(reader, period, startOfDay)) {
    if (check === 'BOOKS_DISAGREE' || check === 'STATEMENTS_MISSING' || ids.length < MOST) yield { check, ids };
    else yield* everyIdOf(reader, bounds, check);
  }
}

async function* everyIdOf(
  reader: TenantReader,
  bounds: Awaited<ReturnType<typeof boundsOf>>,
  check: keyof typeof FINDINGS,
) {
  for (let after = ''; ;) {
    const rows = await reader.query<{ id: string }>(
      `SELECT f.id FROM (${FINDINGS[check]}) f WHERE f.id > :after ORDER BY f.id LIMIT ${String(PAGE)}`,
      { ...bounds, after },
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield { check, ids: rows.map(({ id }) => id) };
    after = last.id;
  }
}

async function boundsOf(reader: TenantReader, period: Period, startOfDay: StartOfDay) {
  const following = firstDayOf(nextPeriod(period));
  return { period, following, end: await startOfDay(reader, following), lastDay: shifted(following, -1) };
}

/** What the sweep of the books finds about what began in the month. */
async function disagreements(reader: TenantReader, period: Period): Promise<Found> {
  const since = new Date(new Date(firstDayOf(period)).getTime() - FARTHEST_ZONE_MS);
  const found = await discrepanciesSince(reader, since);
  return { count: found.length, ids: found.slice(0, MOST).map(({ kind, id }) => `${kind}:${id}`) };
}

/** Accounts whose statements do not reach the end of the month, or whose bank says more than its lines come to. */
async function statementsMissing(
  reader: TenantReader,
  period: Period,
  params: { readonly following: string; readonly lastDay: string },
): Promise<Found> {
  const unreached = await reader.query<{ id: string }>(NOT_REACHING_THE_END, params);
  const missing = new Set(unreached.map(({ id }) => id));
  const first = firstDayOf(period);
  for (const account of await accountsOpenedBefore(reader, params.following)) {
    const { id, openingOn } = account;
    if (missing.has(id)) continue;
    const span = { from: openingOn > first ? openingOn : first, to: params.lastDay };
    if ((await figuresOf(reader, account, span)).notDeliveredMinor !== 0n) missing.add(id);
  }
  return { count: missing.size, ids: [...missing].slice(0, MOST) };
}
