import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { isPeriod, type Period } from '../../ledger/model/period.model';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { checkPeriod } from '../check-period/check-period.policy';
import { closePeriod as decide } from '../model/accounting-period.model';
import type { SeenFinding } from '../model/period-check.model';
import { warningsOf } from '../model/period-check.rules';
import { ChainMovedOn, type AccountingPeriodRepository } from '../model/accounting-period.repository';
import { BEFORE_ALL, entriesHasher, linked } from '../model/period-act.policy';
import type { PeriodRefusal } from '../model/period.errors';
import { publishPeriodAct } from '../published/period.publication';

export interface ClosePeriod {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly period: Period;
  readonly expectedVersion: number;
  /** What the person says to have seen of what is open in the month. */
  readonly acknowledged: readonly SeenFinding[];
}

export interface PeriodDependencies {
  readonly database: Database;
  readonly periods: AccountingPeriodRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

/** Closes a month: looks it through, seals its entries and links the closing to the chain. The answer is the month. */
export async function closePeriod(
  command: ClosePeriod,
  dependencies: PeriodDependencies,
): Promise<CommandResult<Period, PeriodRefusal>> {
  const { tenantId, subject, idempotencyKey, period, expectedVersion, acknowledged } = command;
  if (!isPeriod(period)) {
    return { outcome: refuse({ code: 'FINANCE_PERIOD_INVALID', path: ['input', 'period'] }), replayed: false };
  }
  const request = { period, expectedVersion, ...(acknowledged.length === 0 ? {} : { acknowledged }) };
  const identity = { tenantId, operation: 'closePeriod', subject, idempotencyKey, request, keepForEver: true };
  return onTheChain(() => executeCommand(dependencies.database, identity, (tx) => close(tx, command, dependencies)));
}

/** Runs it again when another act was linked to the chain meanwhile. */
export async function onTheChain<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ChainMovedOn) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

const MOST_ATTEMPTS = 10;

async function close(
  tx: TenantTransaction,
  { subject, period, expectedVersion, acknowledged }: ClosePeriod,
  { periods, calendar, clock }: PeriodDependencies,
): Promise<Outcome<Period, PeriodRefusal>> {
  const now = clock.now();
  const known = await periods.lock(tx, period);
  const { month: running } = await calendar.monthOf(tx, now);
  const earlierOpen = await periods.earliestOpenBefore(tx, period);
  const checks = await checkPeriod(tx, period, (reader, day) => calendar.startOfDay(reader, day));
  const decision = decide(known, { subject, expectedVersion, now }, { running, earlierOpen, checks, acknowledged });
  if (!decision.ok) return decision;
  const last = (await periods.lastAct(tx)) ?? BEFORE_ALL;
  const sealed = await seal(tx, period, last.sequence + 1, periods);
  const warnings = warningsOf(checks);
  const act = linked(last, { period, kind: 'CLOSED', ...sealed, warnings, actedBy: subject, actedAt: now });
  await periods.addAct(tx, act);
  await periods.save(tx, decision.value);
  await publishPeriodAct(tx, decision.value, act);
  return accept(period);
}

async function seal(
  tx: TenantTransaction,
  period: Period,
  sequence: number,
  periods: AccountingPeriodRepository,
): Promise<{ entries: number; entriesHash: string }> {
  const hasher = entriesHasher();
  let entries = 0;
  for await (const page of periods.digests(tx, period)) {
    page.forEach(({ entryId, digest }) => hasher.add(entryId, digest));
    entries += page.length;
    await periods.addSealed(tx, sequence, page);
  }
  return { entries, entriesHash: hasher.end() };
}
