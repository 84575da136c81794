import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { inForceAt } from '../../regulation/model/adoption.model';
import { callProblem, isLate, ringsAllowed, type CallRefusal, type PhoneCall } from '../model/telephone.model';
import type { Conversations } from '../model/telephone.repository';

/** What recording a call needs around it. */
export interface CallPorts {
  readonly database: Database;
  readonly adoptions: AdoptionBook;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What somebody says of a call. */
export type CallCommand = Omit<PhoneCall, 'id' | 'recordedBy' | 'ringsAllowed'>;

/** What the regulation says of the call that was recorded. */
export interface RecordedCall {
  readonly ringsAllowed?: number;
  readonly late: boolean;
}

/** Records a call, with the rings that the regulation in force allowed when it rang. */
export function recordCall(
  request: CallCommand,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, adoptions, conversations, clock, newId }: CallPorts,
): Promise<CommandResult<RecordedCall, CallRefusal>> {
  const call = { tenantId, operation: 'recordCall', subject, idempotencyKey, request };
  return executeCommand<RecordedCall, CallRefusal>(database, call, async (tx) => {
    const problem = callProblem(request, clock.now());
    if (problem !== undefined) return refuse(problem);
    const { complaintId, rangAt } = request;
    if (complaintId !== undefined && (await conversations.customerOf(tx, complaintId)) === undefined) {
      return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    }
    const adoption = inForceAt(await adoptions.read(tx, rangAt), rangAt);
    const allowed = request.direction === 'INBOUND' ? ringsAllowed(adoption?.regulation) : undefined;
    const recorded = {
      ...request,
      id: newId(),
      recordedBy: subject,
      ...(allowed === undefined ? {} : { ringsAllowed: allowed }),
    };
    conversations.enterCall(tx, recorded);
    return accept({ late: isLate(recorded), ...(allowed === undefined ? {} : { ringsAllowed: allowed }) });
  });
}
