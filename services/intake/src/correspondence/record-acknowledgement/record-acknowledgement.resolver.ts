import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { findComplaints } from '../../complaint/view-complaints/complaint.reference';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { RecordAcknowledgementInput, RecordAcknowledgementPayload } from './record-acknowledgement.gql';
import { recordAcknowledgement, type RecordAcknowledgementPorts } from './record-acknowledgement.handler';

/** Records acknowledgements that people give. */
@Resolver()
export class RecordAcknowledgementResolver {
  constructor(private readonly ports: RecordAcknowledgementPorts) {}

  @Mutation(() => RecordAcknowledgementPayload, {
    description: 'Records that a person told the complainant that the complaint has come in. For front-line staff.',
  })
  async recordAcknowledgement(
    @Arg('input', () => RecordAcknowledgementInput, { description: 'Whom and how.' }) input: RecordAcknowledgementInput,
    @Ctx() context: GraphContext,
  ): Promise<RecordAcknowledgementPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const { expectedVersion, means } = input;
    const command = { complaintId: fromGlobalId('Complaint', input.complaintId) ?? '', expectedVersion, means };
    const { outcome, replayed } = await recordAcknowledgement(command, viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const [complaint] = await findComplaints(this.ports.database, [input.complaintId], context);
    return { complaint: complaint ?? null, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): RecordAcknowledgementPayload {
  return { complaint: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
