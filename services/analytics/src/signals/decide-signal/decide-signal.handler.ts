import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { SignalRefusal } from '../model/signal.errors';
import { signalStates, type SignalAction } from '../model/signal.transitions';
import type { Signals } from '../model/signal.repository';
import { isOutdated } from '../public-graph/command-input.rules';

export interface DecideSignal {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly action: SignalAction;
  readonly signalId: string;
  readonly expectedVersion: number;
  readonly reason?: string;
}

export interface DecideSignalDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly signals: Signals;
}

/** Writes down what a person makes of a signal; whether the rise goes on is not touched. */
export function decideSignal(
  { tenantId, subject, idempotencyKey, action, signalId, expectedVersion, reason }: DecideSignal,
  { database, clock, signals }: DecideSignalDependencies,
): Promise<CommandResult<string, SignalRefusal>> {
  const request = { signalId, expectedVersion, reason };
  const command = { tenantId, operation: `${action}Signal`, subject, idempotencyKey, request };
  return executeCommand<string, SignalRefusal>(database, command, async (tx) => {
    const signal = await signals.lock(tx, signalId);
    if (signal === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'signalId'] });
    const outdated = isOutdated(signal.version, expectedVersion);
    if (outdated !== undefined) return refuse(outdated);
    const state = signalStates.next(signal.state, action);
    if (state === undefined) {
      const details = { currentState: signal.state, allowed: signalStates.actionsIn(signal.state) };
      return refuse({
        code: 'ANALYTICS_SIGNAL_STATE',
        path: ['input', 'signalId'],
        facts: { state: signal.state },
        details,
      });
    }
    await signals.save(tx, {
      ...{ ...signal, state, version: signal.version + 1, decidedBy: subject, decidedAt: clock.now() },
      ...(reason === undefined ? {} : { reason }),
    });
    return accept(signalId);
  });
}
