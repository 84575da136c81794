import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { RoutingSetting, RoutingSettingPayload, SetRoutingInput } from './routing-setting.gql';
import { readRoutingSetting } from './routing-setting.query';
import { setRouting, type SetRoutingDependencies } from './set-routing.handler';

@Resolver(() => RoutingSetting)
export class SetRoutingResolver {
  constructor(private readonly dependencies: SetRoutingDependencies) {}

  @Directive('@authenticated')
  @Query(() => RoutingSetting, { description: 'How the organisation gives cases to people.' })
  routing(@Ctx() context: GraphContext): Promise<RoutingSetting> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return readRoutingSetting(this.dependencies.database.reader(tenantId));
  }

  @Directive('@authenticated')
  @Mutation(() => RoutingSettingPayload, { description: 'Says how cases are given to people. For admins.' })
  async setRouting(
    @Arg('input', () => SetRoutingInput, { description: 'How.' }) input: SetRoutingInput,
    @Ctx() context: GraphContext,
  ): Promise<RoutingSettingPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, ...command } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return { routing: null, replayed: false, userErrors: toUserErrors([unfit], context) };
    const { outcome, replayed } = await setRouting(this.dependencies, viewer, idempotencyKey, { ...command });
    if (!outcome.ok) return { routing: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return {
      routing: await readRoutingSetting(this.dependencies.database.reader(viewer.tenantId)),
      replayed,
      userErrors: [],
    };
  }
}
