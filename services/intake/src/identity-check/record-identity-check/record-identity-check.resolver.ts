import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { findCustomers } from '../../customer/view-customers/customer.reference';
import type { MasterKeys } from '../../personal-data/master-keys';
import { given, idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { RecordIdentityCheckInput, RecordIdentityCheckPayload } from './record-identity-check.gql';
import { recordIdentityCheck, type IdentityCheckPorts } from './record-identity-check.handler';

/** Records checks of identity. */
@Resolver()
export class RecordIdentityCheckResolver {
  constructor(
    private readonly ports: IdentityCheckPorts,
    private readonly masters: MasterKeys,
  ) {}

  @Mutation(() => RecordIdentityCheckPayload, {
    description:
      'Records that the viewer made sure who somebody is, or could not. Where the regulation in force asks for it, a ' +
      'confirmed check shows the data of the customer to the agent who made it, for 30 minutes. For front-line staff.',
  })
  async recordIdentityCheck(
    @Arg('input', () => RecordIdentityCheckInput, { description: 'The check.' }) input: RecordIdentityCheckInput,
    @Ctx() context: GraphContext,
  ): Promise<RecordIdentityCheckPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { idempotencyKey, means, result, note } = input;
    const problems = idempotencyKeyProblems(idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const command = {
      customerId: fromGlobalId('Customer', input.customerId) ?? '',
      means,
      result,
      ...given({ note, complaintId: complaintOf(input) }),
    };
    const { outcome, replayed } = await recordIdentityCheck(command, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const [customer] = await findCustomers(this.ports.database, this.masters, [outcome.value], context);
    return { customer: customer ?? null, replayed, userErrors: [] };
  }
}

/** An id that is none of a complaint stands for one that does not exist. */
function complaintOf({ complaintId }: { readonly complaintId?: string | null }): string | undefined {
  return complaintId === undefined || complaintId === null ? undefined : (fromGlobalId('Complaint', complaintId) ?? '');
}

function refused(refusals: readonly Refusal[], context: GraphContext): RecordIdentityCheckPayload {
  return { customer: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
