import { fromGlobalId, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import type { CommandResult, Database } from '@redress/persistence';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { findComplaints } from '../view-complaints/complaint.reference';
import type { ChangeCommand } from './change-complaint.handler';
import type { ChangedComplaint, ChangeInput } from './changed-complaint.gql';

/** The command of a change; an id that is none of a complaint stands for one that does not exist. */
export function changeCommand(operation: string, input: ChangeInput, asked: object): ChangeCommand {
  const { idempotencyKey, expectedVersion, reason } = input;
  const complaintId = fromGlobalId('Complaint', input.complaintId) ?? '';
  const request = { complaintId, expectedVersion, reason, ...asked };
  return { operation, idempotencyKey, complaintId, expectedVersion, reason, request };
}

/** Runs a change whose key can be used, and answers with the complaint as it is then. */
export async function answerChange(
  database: Database,
  { idempotencyKey }: Pick<ChangeInput, 'idempotencyKey'>,
  context: GraphContext,
  change: () => Promise<CommandResult<string>>,
): Promise<ChangedComplaint> {
  const problems = idempotencyKeyProblems(idempotencyKey);
  if (problems.length > 0) return refused(problems, context);
  const { outcome, replayed } = await change();
  if (!outcome.ok) return refused(outcome.refusals, context);
  const [complaint] = await findComplaints(database, [toGlobalId('Complaint', outcome.value)], context);
  return { complaint: complaint ?? null, replayed, userErrors: [] };
}

function refused(refusals: readonly Refusal[], context: GraphContext): ChangedComplaint {
  return { complaint: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
