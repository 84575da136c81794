import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { AskMetrics } from '../../../metrics/answer-metrics.handler';
import { localDayOf } from '../../model/local-day.model';
import type { SignalRefusal } from '../../model/signal.errors';
import type { Signals } from '../../model/signal.repository';
import type { WatchSettings } from '../../model/watch-setting.repository';
import type { WatchTurns } from '../../model/watch-turns.repository';
import type { ImprovementPoints } from '../model/improvement-points.repository';
import { daysOf, isMonth, monthBefore } from '../model/month.model';
import { gatherHeads } from './gather-heads.handler';
import { proposePoints } from './propose-points.decide';

export interface ProposeDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ask: AskMetrics;
  readonly signals: Signals;
  readonly settings: WatchSettings;
  readonly turns: WatchTurns;
  readonly points: ImprovementPoints;
}

/** What an organisation is shown where its regulation names no number. */
const USUAL_NUMBER = 2;

/** Proposes what the month that ended last lacks, where the regulation asks for improvements; for the job. */
export async function proposeOfLastMonth(tenantId: string, dependencies: ProposeDependencies): Promise<number> {
  const { database, clock, settings } = dependencies;
  const { timeZone, improvementPoints: wanted } = await settings.at(database.reader(tenantId), clock.now());
  if (wanted === undefined) return 0;
  const month = monthBefore(localDayOf(clock.now(), timeZone));
  const present = await dependencies.points.ofMonth(database.reader(tenantId), month);
  if (present.length >= wanted) return 0;
  const look = await lookAt(tenantId, month, timeZone, dependencies);
  return database.transaction(tenantId, (tx) => record(tx, month, wanted, look, dependencies));
}

export interface ProposeOnDemand {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly month: string;
}

/** The same for any month that is over, because a person asks for it. The answer is how many were added. */
export async function proposeOnDemand(
  { tenantId, subject, idempotencyKey, month }: ProposeOnDemand,
  dependencies: ProposeDependencies,
): Promise<CommandResult<number, SignalRefusal>> {
  const { database, clock, settings } = dependencies;
  const path = ['input', 'month'];
  const refused = (code: SignalRefusal) => ({ outcome: refuse({ code, path, facts: { month } }), replayed: false });
  if (!isMonth(month)) return refused('ANALYTICS_MONTH_UNKNOWN');
  const { timeZone, improvementPoints = USUAL_NUMBER } = await settings.at(database.reader(tenantId), clock.now());
  if (daysOf(month).to > localDayOf(clock.now(), timeZone)) return refused('ANALYTICS_MONTH_NOT_OVER');
  const look = await lookAt(tenantId, month, timeZone, dependencies);
  const command = { tenantId, operation: 'proposeImprovementPoints', subject, idempotencyKey, request: { month } };
  return executeCommand<number, SignalRefusal>(database, command, async (tx) =>
    accept(await record(tx, month, improvementPoints, look, dependencies)),
  );
}

type Look = ReturnType<typeof gatherHeads> extends Promise<Outcome<infer Value>> ? Value : never;

async function lookAt(tenantId: string, month: string, timeZone: string, { ask }: ProposeDependencies): Promise<Look> {
  const outcome = await gatherHeads(ask, { tenantId, month, timeZone });
  if (outcome.ok) return outcome.value;
  throw new Error(`the metric service refused: ${outcome.refusals.map(({ code }) => code).join(', ')}`);
}

async function record(
  tx: TenantTransaction,
  month: string,
  wanted: number,
  { heads, asOf }: Look,
  { clock, points, signals, turns }: ProposeDependencies,
): Promise<number> {
  await turns.hold(tx);
  const open = (await signals.ongoing(tx)).filter(({ state }) => state === 'OPEN' || state === 'ACKNOWLEDGED');
  const [present, live] = [await points.ofMonth(tx, month), await points.live(tx)];
  const proposals = proposePoints({ month, ...daysOf(month), wanted, present, live, signals: open, heads });
  const proposedAt = clock.now();
  const bySignal = new Map(open.map((signal) => [signal.id, signal.asOf]));
  await points.add(
    tx,
    proposals.map((proposal) => ({
      ...{ ...proposal, id: newId(), version: 1, state: 'PROPOSED' as const, proposedAt },
      asOf: bySignal.get(proposal.signalId ?? '') ?? asOf,
    })),
  );
  return proposals.length;
}
