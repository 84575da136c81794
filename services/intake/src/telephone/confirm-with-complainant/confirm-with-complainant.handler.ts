import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { CustomerFile } from '../../customer/model/customer-file.repository';
import type { Person } from '../../customer/model/visibility.rules';
import { CORRECTIONS_LENGTH_AT_MOST, type Confirmation } from '../model/telephone.model';
import type { Conversations } from '../model/telephone.repository';

export type ConfirmationRefusal = 'NOT_FOUND' | 'INTAKE_VALUE_TOO_LONG' | 'INTAKE_CORRECTIONS_MISSING';

/** What a confirmation needs around it. */
export interface ConfirmationPorts {
  readonly database: Database;
  readonly customers: CustomerFile;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What somebody says of a confirmation. */
export type ConfirmationCommand = Omit<Confirmation, 'id' | 'confirmedAt' | 'recordedBy'>;

/** Records what the complainant said; whoever was understood wrongly has said what is right. Answers the complaint's id. */
export function confirmWithComplainant(
  request: ConfirmationCommand,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, customers, conversations, clock, newId }: ConfirmationPorts,
): Promise<CommandResult<string, ConfirmationRefusal>> {
  const call = { tenantId, operation: 'confirmWithComplainant', subject, idempotencyKey, request };
  return executeCommand<string, ConfirmationRefusal>(database, call, async (tx) => {
    const { complaintId, confirmed, corrections = '' } = request;
    if (corrections.length > CORRECTIONS_LENGTH_AT_MOST) {
      const limit = CORRECTIONS_LENGTH_AT_MOST;
      const facts = { field: 'corrections', limit };
      return refuse({ code: 'INTAKE_VALUE_TOO_LONG', path: ['corrections'], facts, details: { limit } });
    }
    if (!confirmed && corrections.trim() === '') {
      return refuse({ code: 'INTAKE_CORRECTIONS_MISSING', path: ['corrections'] });
    }
    const customerId = await conversations.customerOf(tx, complaintId);
    const customer = customerId === undefined ? undefined : await customers.findById(tx, customerId);
    if (customer === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    const confirmation = { ...request, id: newId(), confirmedAt: clock.now(), recordedBy: subject };
    conversations.enterConfirmation(tx, confirmation, customer.key);
    return accept(complaintId);
  });
}
