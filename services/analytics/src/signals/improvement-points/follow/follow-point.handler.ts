import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { localDayOf } from '../../model/local-day.model';
import type { SignalRefusal } from '../../model/signal.errors';
import type { Signals } from '../../model/signal.repository';
import { signalStates } from '../../model/signal.transitions';
import type { WatchSettings } from '../../model/watch-setting.repository';
import { isOutdated } from '../../public-graph/command-input.rules';
import type { ImprovementPoint } from '../model/improvement-point.model';
import type { ImprovementPoints } from '../model/improvement-points.repository';
import type { PointDecision } from '../model/point-decision.model';
import { followPoint } from './follow-point.decide';

export interface FollowPoint {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly improvementPointId: string;
  readonly expectedVersion: number;
  readonly decision: PointDecision;
}

export interface FollowDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly signals: Signals;
  readonly settings: WatchSettings;
  readonly points: ImprovementPoints;
}

/** Adopts, rejects or completes an improvement point; a signal behind one that is completed is addressed. */
export function followImprovementPoint(
  { tenantId, subject, idempotencyKey, improvementPointId, expectedVersion, decision }: FollowPoint,
  { database, clock, signals, settings, points }: FollowDependencies,
): Promise<CommandResult<string, SignalRefusal>> {
  const request = { improvementPointId, expectedVersion, decision };
  const command = { tenantId, operation: `${decision.action}ImprovementPoint`, subject, idempotencyKey, request };
  return executeCommand<string, SignalRefusal>(database, command, async (tx) => {
    const point = await points.lock(tx, improvementPointId);
    if (point === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'improvementPointId'] });
    const outdated = isOutdated(point.version, expectedVersion);
    if (outdated !== undefined) return refuse(outdated);
    const at = clock.now();
    const { timeZone } = await settings.at(tx, at);
    const followed = followPoint(point, decision, { today: localDayOf(at, timeZone), by: subject, at });
    if (!followed.ok) return followed;
    await points.save(tx, followed.value);
    if (decision.action === 'complete') await addressSignalOf(followed.value, tx, signals);
    return accept(improvementPointId);
  });
}

async function addressSignalOf(
  { signalId, decidedBy, decidedAt, reason }: ImprovementPoint,
  tx: TenantTransaction,
  signals: Signals,
): Promise<void> {
  const signal = signalId === undefined ? undefined : await signals.lock(tx, signalId);
  const state = signal === undefined ? undefined : signalStates.next(signal.state, 'address');
  if (signal === undefined || state === undefined) return;
  await signals.save(tx, {
    ...{ ...signal, state, version: signal.version + 1 },
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(reason === undefined ? {} : { reason }),
  });
}
