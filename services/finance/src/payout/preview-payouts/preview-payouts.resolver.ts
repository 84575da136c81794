import { fromGlobalId, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { PlannedPayout } from './preview-payouts.gql';
import { previewPayouts, type PreviewDependencies } from './preview-payouts.handler';

@Resolver()
export class PreviewPayoutsResolver {
  constructor(private readonly dependencies: PreviewDependencies) {}

  @Directive('@authenticated')
  @Query(() => [PlannedPayout], {
    nullable: true,
    description:
      'By which payments a settlement would be paid if it were approved now; null when it is decided or there is none. For finance and managers.',
  })
  async plannedPayouts(
    @Arg('settlementId', () => ID, { description: 'The settlement.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<PlannedPayout[] | null> {
    const { tenantId } = requireRole(context, ...DECIDERS);
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined) return null;
    const planned = await previewPayouts({ tenantId, settlementId }, this.dependencies);
    if (planned === undefined) return null;
    return planned.map(({ means, provider, amount, originalReference, notBefore }) => ({
      ...{ means, provider, amount: toMoney(amount) },
      ...{ originalReference: originalReference ?? null, notBefore: notBefore ?? null },
    }));
  }
}
