import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Directive, Info, Query, Resolver } from 'type-graphql';
import { SettlementView } from './saved-view.gql';
import type { SavedViewLoader } from './saved-view.reference';

@Resolver()
export class SavedViewsResolver {
  constructor(private readonly views: SavedViewLoader) {}

  @Directive('@authenticated')
  @Query(() => [SettlementView], {
    description: 'The views of settlements that the viewer may use: the own ones and the shared ones, by name.',
  })
  async settlementViews(
    @Ctx() context: GraphContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<SettlementView[]> {
    requireRole(context, ...STAFF_ROLES);
    return this.views.all(context, schema);
  }
}
