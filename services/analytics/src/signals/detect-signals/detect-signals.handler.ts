import { accept, newId, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { AskMetrics } from '../../metrics/answer-metrics.handler';
import { localDayOf } from '../model/local-day.model';
import { dayAfter } from '../model/series.model';
import type { Signals } from '../model/signal.repository';
import type { WatchSettings } from '../model/watch-setting.repository';
import type { WatchTurns } from '../model/watch-turns.repository';
import { detectRises } from './detect-rises.decide';
import { gatherSeries, type Capped, type Gathered } from './gather-series.handler';

export interface DetectDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ask: AskMetrics;
  readonly signals: Signals;
  readonly settings: WatchSettings;
  readonly turns: WatchTurns;
}

/** What a run came to. */
export interface Detection {
  readonly begun: number;
  readonly extended: number;
  readonly ended: number;
  readonly seriesWatched: number;
  /** Local day on which it was looked; what happened on it is not complete. */
  readonly today: string;
  readonly capped: readonly Capped[];
  readonly asOf: {
    readonly position: string;
    readonly time: string;
    readonly complete: boolean;
    readonly metricVersion: number;
  };
}

/** How far back the end of a rise still tells where its chart begins anew. */
const REMEMBERED_DAYS = 70;

/** Looks at every series of an organisation; for the job. */
export async function detectSignals(tenantId: string, dependencies: DetectDependencies): Promise<Detection> {
  const look = await lookAt(tenantId, dependencies);
  return dependencies.database.transaction(tenantId, (tx) => record(tx, look, dependencies));
}

export interface DetectOnDemand {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
}

/** The same because a person asks for it. */
export async function detectSignalsOnDemand(
  { tenantId, subject, idempotencyKey }: DetectOnDemand,
  dependencies: DetectDependencies,
): Promise<CommandResult<Detection>> {
  const look = await lookAt(tenantId, dependencies);
  const command = { tenantId, operation: 'detectSignals', subject, idempotencyKey, request: {} };
  return executeCommand<Detection>(dependencies.database, command, async (tx) =>
    accept(await record(tx, look, dependencies)),
  );
}

interface LookTaken {
  readonly today: string;
  readonly gathered: Gathered;
}

async function lookAt(
  tenantId: string,
  { database, clock, ask, signals, settings }: DetectDependencies,
): Promise<LookTaken> {
  const reader = database.reader(tenantId);
  const now = clock.now();
  const { timeZone } = await settings.at(reader, now);
  const today = localDayOf(now, timeZone);
  const followed = await signals.ongoing(reader);
  return { today, gathered: valueOf(await gatherSeries(ask, { tenantId, today, timeZone, followed })) };
}

/** Whoever comes second finds what the first one wrote, and only continues it. */
async function record(
  tx: TenantTransaction,
  { today, gathered: { series, historyFrom, capped, asOf } }: LookTaken,
  { clock, signals, turns }: DetectDependencies,
): Promise<Detection> {
  await turns.hold(tx);
  const ongoing = await signals.ongoing(tx);
  const restarts = await signals.endedSince(tx, dayAfter(today, -REMEMBERED_DAYS));
  const { begun, extended, ended } = detectRises({ series, ongoing, restarts, historyFrom, today });
  const openedAt = clock.now();
  await signals.add(
    tx,
    begun.map((rise) => ({ ...rise, id: newId(), version: 1, state: 'OPEN', asOf, openedAt })),
  );
  for (const signal of [...extended, ...ended]) {
    await signals.save(tx, { ...signal, asOf, version: signal.version + 1 });
  }
  return {
    ...{ begun: begun.length, extended: extended.length, ended: ended.length },
    ...{ seriesWatched: series.length, today, capped },
    asOf: { ...asOf, position: asOf.position.toString(), time: asOf.time.toISOString() },
  };
}

/** The questions are the service's own: a refusal of one is a bug. */
function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`the metric service refused: ${outcome.refusals.map(({ code }) => code).join(', ')}`);
}
