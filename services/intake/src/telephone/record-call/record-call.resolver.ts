import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given, idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { RecordCallInput, RecordCallPayload } from './record-call.gql';
import { recordCall, type CallPorts } from './record-call.handler';

/** Records calls. */
@Resolver()
export class RecordCallResolver {
  constructor(private readonly ports: CallPorts) {}

  @Mutation(() => RecordCallPayload, {
    description: 'Records a call, and tells whether it was answered in time by the regulation. For front-line staff.',
  })
  async recordCall(
    @Arg('input', () => RecordCallInput, { description: 'The call.' }) input: RecordCallInput,
    @Ctx() context: GraphContext,
  ): Promise<RecordCallPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const { direction, outcome: became, rangAt, rings, answeredAt, endedAt } = input;
    const complaintId = complaintOf(input);
    const command = {
      ...{ direction, outcome: became, rangAt },
      ...given({ rings, answeredAt, endedAt, complaintId }),
    };
    const { outcome, replayed } = await recordCall(command, viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const { late, ringsAllowed } = outcome.value;
    const call = {
      ...{ direction, outcome: became, rangAt, late, recordedBy: viewer.subject },
      ...{ rings: rings ?? null, ringsAllowed: ringsAllowed ?? null },
      ...{ answeredAt: answeredAt ?? null, endedAt: endedAt ?? null },
    };
    return { call, replayed, userErrors: [] };
  }
}

/** An id that is none of a complaint stands for one that does not exist. */
function complaintOf({ complaintId }: { readonly complaintId?: string | null }): string | undefined {
  return complaintId === undefined || complaintId === null ? undefined : (fromGlobalId('Complaint', complaintId) ?? '');
}

function refused(refusals: readonly Refusal[], context: GraphContext): RecordCallPayload {
  return { call: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
