import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { CustomerFile } from '../../customer/model/customer-file.repository';
import type { Person } from '../../customer/model/visibility.rules';
import { NOTE_LENGTH_AT_MOST, type IdentityCheck } from '../model/identity-check.model';
import type { IdentityChecks } from '../model/identity-check.repository';

export type IdentityCheckRefusal = 'NOT_FOUND' | 'INTAKE_VALUE_TOO_LONG';

/** What somebody says of a check that they made. */
export type IdentityCheckCommand = Omit<IdentityCheck, 'id' | 'checkedAt' | 'checkedBy'>;

/** What recording a check needs around it. */
export interface IdentityCheckPorts {
  readonly database: Database;
  readonly customers: CustomerFile;
  readonly identityChecks: IdentityChecks;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Records a check; a customer may be checked again and again. The answer is the id of the customer. */
export function recordIdentityCheck(
  request: IdentityCheckCommand,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, customers, identityChecks, clock, newId }: IdentityCheckPorts,
): Promise<CommandResult<string, IdentityCheckRefusal>> {
  const call = { tenantId, operation: 'recordIdentityCheck', subject, idempotencyKey, request };
  return executeCommand<string, IdentityCheckRefusal>(database, call, async (tx) => {
    const { customerId, complaintId, note } = request;
    if (note !== undefined && note.length > NOTE_LENGTH_AT_MOST) {
      const limit = NOTE_LENGTH_AT_MOST;
      const facts = { field: 'note', limit };
      return refuse({ code: 'INTAKE_VALUE_TOO_LONG', path: ['note'], facts, details: { limit } });
    }
    const customer = await customers.findById(tx, customerId);
    if (customer === undefined) return refuse({ code: 'NOT_FOUND', path: ['customerId'] });
    if (complaintId !== undefined && (await identityChecks.customerOf(tx, complaintId)) !== customerId) {
      return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    }
    const check = { ...request, id: newId(), checkedAt: clock.now(), checkedBy: subject };
    identityChecks.enterAtCommit(tx, check, customer.key);
    return accept(customerId);
  });
}
