import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { ReturnExceptionRepository } from '../model/return-exception.repository';
import type { ReturnRefusal } from '../model/return.errors';
import { wasChangedSince } from '../model/return.rules';

export interface AssignReturnException {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly exceptionId: string;
  readonly expectedVersion: number;
  /** Subject of the person who sees to it from now on. */
  readonly owner: string;
}

const LONGEST_SUBJECT = 255;

/** Gives an open exception another owner; it never has none. The answer is its id. */
export function assignReturnException(
  { tenantId, subject, idempotencyKey, ...request }: AssignReturnException,
  { database, exceptions }: { readonly database: Database; readonly exceptions: ReturnExceptionRepository },
): Promise<CommandResult<string, ReturnRefusal>> {
  const { exceptionId, expectedVersion, owner } = request;
  const operation = 'assignReturnException';
  const identity = { tenantId, operation, subject, idempotencyKey, request };
  return executeCommand<string, ReturnRefusal>(database, identity, async (tx) => {
    const exception = await exceptions.lock(tx, exceptionId);
    if (exception === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'exceptionId'] });
    const { state, version } = exception;
    if (state !== 'OPEN') {
      const details = { currentState: state, currentVersion: version };
      return refuse({ code: 'FINANCE_RETURN_EXCEPTION_DECIDED', facts: { state }, details });
    }
    const changed = wasChangedSince(exception, expectedVersion);
    if (changed !== undefined) return refuse(changed);
    if (owner.trim() === '' || owner.length > LONGEST_SUBJECT) {
      const details = { limit: LONGEST_SUBJECT };
      return refuse({ code: 'INPUT_INVALID', path: ['input', 'owner'], details });
    }
    await exceptions.assign(tx, exception, owner);
    return accept(exceptionId);
  });
}
