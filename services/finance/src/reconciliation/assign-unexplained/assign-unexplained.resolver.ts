import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { UnexplainedItem } from '../model/item-ownership.repository';
import { AssignUnexplainedInput, AssignUnexplainedPayload } from '../view-reconciliation/reconciliation.gql';
import { assignUnexplained, type AssignDependencies } from './assign-unexplained.handler';

@Resolver()
export class AssignUnexplainedResolver {
  constructor(private readonly dependencies: AssignDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => AssignUnexplainedPayload, {
    description: 'Gives an item that nothing explains to somebody who looks after it. For finance and managers.',
  })
  async assignUnexplained(
    @Arg('input', () => AssignUnexplainedInput, { description: 'Which, and to whom.' }) input: AssignUnexplainedInput,
    @Ctx() context: GraphContext,
  ): Promise<AssignUnexplainedPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey, owner, note, expectedVersion } = input;
    const item = itemOf(input);
    const { outcome, replayed }: CommandResult<string> =
      unusableKey(idempotencyKey) ??
      (item === undefined
        ? notFound(input.lineId ? 'lineId' : 'paymentId')
        : await assignUnexplained(
            { tenantId, subject, idempotencyKey, item, owner, note: note ?? undefined, expectedVersion },
            this.dependencies,
          ));
    if (!outcome.ok) return { owner: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { owner, replayed, userErrors: [] };
  }
}

function itemOf({ lineId, accountId, paymentId }: AssignUnexplainedInput): UnexplainedItem | undefined {
  if (lineId) {
    const id = fromGlobalId('StatementLine', lineId);
    return id === undefined ? undefined : { lineId: id };
  }
  const [account, payment] = [fromGlobalId('BankAccount', accountId), fromGlobalId('Payout', paymentId)];
  return account === undefined || payment === undefined ? undefined : { accountId: account, paymentId: payment };
}
