import { fromGlobalId, requireRole, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { findComplaints } from '../../complaint/view-complaints/complaint.reference';
import { given, idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { ConfirmWithComplainantInput, ConfirmWithComplainantPayload } from './confirm-with-complainant.gql';
import { confirmWithComplainant, type ConfirmationPorts } from './confirm-with-complainant.handler';

/** Records what complainants confirm. */
@Resolver()
export class ConfirmWithComplainantResolver {
  constructor(private readonly ports: ConfirmationPorts) {}

  @Mutation(() => ConfirmWithComplainantPayload, {
    description: 'Records that the complainant confirmed, or put right, what was understood. For front-line staff.',
  })
  async confirmWithComplainant(
    @Arg('input', () => ConfirmWithComplainantInput, { description: 'What was said.' })
    input: ConfirmWithComplainantInput,
    @Ctx() context: GraphContext,
  ): Promise<ConfirmWithComplainantPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { idempotencyKey, kind, confirmed, corrections } = input;
    const problems = idempotencyKeyProblems(idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const complaintId = fromGlobalId('Complaint', input.complaintId) ?? '';
    const command = { complaintId, kind, confirmed, ...given({ corrections }) };
    const { outcome, replayed } = await confirmWithComplainant(command, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const ids = [toGlobalId('Complaint', outcome.value)];
    const [complaint] = await findComplaints(this.ports.database, ids, context);
    return { complaint: complaint ?? null, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): ConfirmWithComplainantPayload {
  return { complaint: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
