import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { BOOK_READERS, BUDGET_SETTERS } from '../../access/access.rules';
import type { PayoutRoute as Route } from '../../payment/model/payout-means.model';
import { unusableKey } from '../../public-graph/command-input.rules';
import { PayoutRoute, PayoutRoutePayload, SetPayoutRouteInput } from '../act-on-payout/act-on-payout.gql';
import type { RedirectableMeans } from '../redirect-payout/redirect-payout.handler';
import { setPayoutRoute, type SetRouteDependencies } from './set-payout-route.handler';

@Resolver()
export class SetPayoutRouteResolver {
  constructor(
    private readonly dependencies: SetRouteDependencies,
    private readonly fallback: Route,
  ) {}

  @Directive('@authenticated')
  @Query(() => PayoutRoute, {
    description: 'How the organisation pays what cannot go back to where it came from; for those who read the books.',
  })
  payoutRoute(@Ctx() context: GraphContext): Promise<PayoutRoute> {
    return this.read(requireRole(context, ...BOOK_READERS).tenantId);
  }

  @Directive('@authenticated')
  @Mutation(() => PayoutRoutePayload, {
    description:
      'Sets how the organisation pays what cannot go back to where it came from. For managers and administrators.',
  })
  async setPayoutRoute(
    @Arg('input', () => SetPayoutRouteInput, { description: 'The way.' }) input: SetPayoutRouteInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutRoutePayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const { provider, ...rest } = input;
    const by = provider === null || provider === undefined ? {} : { provider };
    const { outcome, replayed } =
      unusableKey(input.idempotencyKey) ??
      (await setPayoutRoute({ ...rest, ...by, tenantId, subject }, this.dependencies));
    if (!outcome.ok) return { route: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { route: await this.read(tenantId), replayed, userErrors: [] };
  }

  private async read(tenantId: string): Promise<PayoutRoute> {
    const { database, payoutSettings } = this.dependencies;
    const setting = await payoutSettings.find(database.reader(tenantId));
    const { means, provider } = setting ?? this.fallback;
    return { means: means as RedirectableMeans, provider, version: setting?.version ?? 0 };
  }
}
