import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { findComplaints } from '../../complaint/view-complaints/complaint.reference';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import type { ReceiveMessagePorts } from '../receive-message/receive-message.handler';
import { RegisterMessageInput, RegisterMessagePayload } from './route-message.gql';
import { routeMessage } from './route-message.handler';

/** Decides of messages that could not be registered by themselves. */
@Resolver()
export class RouteMessageResolver {
  constructor(private readonly ports: ReceiveMessagePorts) {}

  @Mutation(() => RegisterMessagePayload, {
    description: 'Registers a message that waits, or adds it to the complaint that it is about. For front-line staff.',
  })
  async registerMessage(
    @Arg('input', () => RegisterMessageInput, { description: 'Which message, and what of it.' })
    input: RegisterMessageInput,
    @Ctx() context: GraphContext,
  ): Promise<RegisterMessagePayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const { expectedVersion, categoryCode, complaintId } = input;
    const command = {
      messageId: fromGlobalId('InboundMessage', input.messageId) ?? '',
      expectedVersion,
      ...(categoryCode ? { categoryCode } : {}),
      ...(complaintId ? { complaintId: fromGlobalId('Complaint', complaintId) ?? '' } : {}),
    };
    const { outcome, replayed } = await routeMessage(command, viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const id = toGlobalId('Complaint', outcome.value.complaintId);
    const [complaint] = await findComplaints(this.ports.database, [id], context);
    return { complaint: complaint ?? null, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): RegisterMessagePayload {
  return { complaint: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
