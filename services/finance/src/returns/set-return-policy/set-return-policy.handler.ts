import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { DISPOSITIONS } from '../model/disposition.model';
import { WHOLE_SHARE, type ReturnPolicy } from '../model/return-policy.model';
import type { ReturnPolicies } from '../model/return-policy.repository';
import type { ReturnRefusal } from '../model/return.errors';
import { wasChangedSince } from '../model/return.rules';

export interface SetReturnPolicy {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly expectedVersion: number;
  readonly policy: Omit<ReturnPolicy, 'version'>;
}

export interface PolicyDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: ReturnPolicies;
}

const LONGEST_DAYS = 3_650;

/** Sets what an organisation gives for goods by what becomes of them. It holds for what is reconciled from now on. */
export function setReturnPolicy(
  { tenantId, subject, idempotencyKey, expectedVersion, policy }: SetReturnPolicy,
  { database, clock, policies }: PolicyDependencies,
): Promise<CommandResult<number, ReturnRefusal>> {
  const request = { expectedVersion, policy };
  const identity = { tenantId, operation: 'setReturnPolicy', subject, idempotencyKey, request };
  return executeCommand<number, ReturnRefusal>(database, identity, async (tx) => {
    const { version } = await policies.lock(tx);
    const changed = wasChangedSince({ version, state: 'SET' }, expectedVersion);
    if (changed !== undefined) return refuse(changed);
    const wrong = DISPOSITIONS.find((each) => policy.shares[each] < 0 || policy.shares[each] > WHOLE_SHARE);
    if (wrong !== undefined) return refuse({ code: 'INPUT_INVALID', path: ['input', 'shares'] });
    if (policy.returnWithinDays < 1 || policy.returnWithinDays > LONGEST_DAYS) {
      const details = { limit: LONGEST_DAYS };
      return refuse({ code: 'INPUT_INVALID', path: ['input', 'returnWithinDays'], details });
    }
    await policies.keep(tx, { ...policy, version: version + 1 }, subject, clock.now());
    return accept(version + 1);
  });
}
