import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { SavedViewDependencies } from '../save-view/save-settlement-view.handler';
import { SettlementViewPayload } from '../view-views/saved-view.gql';
import type { SavedViewLoader } from '../view-views/saved-view.reference';
import { renameSettlementView } from './rename-settlement-view.handler';

@InputType({ description: 'Which view gets which name.' })
export class RenameSettlementViewInput {
  @Field(() => String, { description: 'Made by the client; the same key renames once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The own view.' })
  viewId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Its new name, 1 to 80 characters.' })
  name!: string;
}

@Resolver()
export class RenameSettlementViewResolver {
  constructor(
    private readonly dependencies: SavedViewDependencies,
    private readonly views: SavedViewLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SettlementViewPayload, { description: 'Gives an own view of settlements another name. For staff.' })
  async renameSettlementView(
    @Arg('input', () => RenameSettlementViewInput, { description: 'Which, as it was seen, and the name.' })
    { idempotencyKey, viewId, expectedVersion, name }: RenameSettlementViewInput,
    @Ctx() context: GraphContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<SettlementViewPayload> {
    const { tenantId, subject } = requireRole(context, ...STAFF_ROLES);
    const id = fromGlobalId('SettlementView', viewId);
    const command = { tenantId, subject, idempotencyKey, expectedVersion, name: name.trim() };
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('viewId')
        : await renameSettlementView({ ...command, viewId: id }, this.dependencies));
    return this.views.answer(result, context, schema);
  }
}
