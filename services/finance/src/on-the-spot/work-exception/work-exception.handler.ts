import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { workOn, type OnTheSpotRefusal, type WorkOnException } from '../model/on-the-spot-payment.model';
import type { OnTheSpotRepository } from '../model/on-the-spot.repository';

export interface WorkException extends Omit<WorkOnException, 'by' | 'at'> {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly id: string;
}

export interface ExceptionDependencies {
  readonly database: Database;
  readonly onTheSpot: OnTheSpotRepository;
  readonly clock: Clock;
}

/** Gives an exception to somebody, or ends it. The answer is the payment's id. */
export function workException(
  { tenantId, subject, idempotencyKey, id, ...work }: WorkException,
  { database, onTheSpot, clock }: ExceptionDependencies,
): Promise<CommandResult<string, OnTheSpotRefusal>> {
  const request = { id, ...work };
  const operation = work.owner === undefined ? 'endOnTheSpotException' : 'assignOnTheSpotException';
  const command = { tenantId, operation, subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, OnTheSpotRefusal>(database, command, async (tx) => {
    const payment = await onTheSpot.lock(tx, id);
    if (payment === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'id'] });
    const decision = workOn(payment, { ...work, by: subject, at: clock.now() });
    if (!decision.ok) return decision;
    await onTheSpot.save(tx, decision.value);
    return accept(id);
  });
}
