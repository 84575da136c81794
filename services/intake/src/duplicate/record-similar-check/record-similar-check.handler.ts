import { accept, refuse, type Clock, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { ComplaintChanges } from '../../complaint/model/complaint-changes.repository';
import type { Person } from '../../customer/model/visibility.rules';
import type { ComplaintHistory } from '../model/complaint-history.repository';

export type SimilarCheckRefusal = 'NOT_FOUND' | 'INTAKE_VALUE_TOO_LONG' | 'INTAKE_NUMBER_OUT_OF_BOUNDS';

/** The result of a check whether the same product failed at other customers. */
export interface SimilarCheckCommand {
  readonly idempotencyKey: string;
  readonly complaintId: string;
  readonly found: boolean;
  readonly note?: string;
  /** At how many other customers; those who complained unless told. */
  readonly customers?: number;
}

export interface SimilarCheckPorts {
  readonly database: Database;
  readonly complaintChanges: ComplaintChanges;
  readonly complaintHistory: ComplaintHistory;
  readonly clock: Clock;
  readonly newId: () => string;
}

const NOTE_LENGTH_AT_MOST = 2_000;
const CUSTOMERS_AT_MOST = 1_000_000;

/** Stores the result of a check; a complaint may be checked again. The answer is the id of the complaint. */
export function recordSimilarCheck(
  command: SimilarCheckCommand,
  { tenantId, subject }: Person,
  { database, complaintChanges, complaintHistory, clock, newId }: SimilarCheckPorts,
): Promise<CommandResult<string, SimilarCheckRefusal>> {
  const { idempotencyKey, ...request } = command;
  const call = { tenantId, operation: 'recordSimilarProductCheck', subject, idempotencyKey, request };
  return executeCommand<string, SimilarCheckRefusal>(database, call, async (tx) => {
    const [problem, ...others] = problemsOf(command);
    if (problem !== undefined) return refuse(problem, ...others);
    const { complaintId, found, note } = command;
    const [complaint] = await complaintChanges.lock(tx, [complaintId]);
    if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    const customers = command.customers ?? (await complaintHistory.customersWithSimilar(tx, complaint.card));
    tx.insertAtCommit('similar_product_check', [
      {
        complaint_id: complaintId,
        id: newId(),
        found,
        customers,
        note: note ?? null,
        checked_at: clock.now(),
        checked_by: subject,
      },
    ]);
    return accept(complaintId);
  });
}

function problemsOf({ note, customers }: SimilarCheckCommand): Refusal<SimilarCheckRefusal>[] {
  const problems: Refusal<SimilarCheckRefusal>[] = [];
  if (note !== undefined && note.length > NOTE_LENGTH_AT_MOST) {
    const limit = NOTE_LENGTH_AT_MOST;
    problems.push({
      code: 'INTAKE_VALUE_TOO_LONG',
      path: ['note'],
      facts: { field: 'note', limit },
      details: { limit },
    });
  }
  if (customers !== undefined && (!Number.isInteger(customers) || customers < 0 || customers > CUSTOMERS_AT_MOST)) {
    const limit = CUSTOMERS_AT_MOST;
    const facts = { field: 'customers', limit };
    problems.push({ code: 'INTAKE_NUMBER_OUT_OF_BOUNDS', path: ['customers'], facts, details: { limit } });
  }
  return problems;
}
