import { fromGlobalId, requireRole, toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { SavedViewDependencies } from '../save-view/save-settlement-view.handler';
import { DeleteSettlementViewPayload } from '../view-views/saved-view.gql';
import { deleteSettlementView } from './delete-settlement-view.handler';

@InputType({ description: 'Which view to delete.' })
export class DeleteSettlementViewInput {
  @Field(() => String, { description: 'Made by the client; the same key deletes once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The own view.' })
  viewId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@Resolver()
export class DeleteSettlementViewResolver {
  constructor(private readonly dependencies: SavedViewDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => DeleteSettlementViewPayload, { description: 'Deletes an own view of settlements. For staff.' })
  async deleteSettlementView(
    @Arg('input', () => DeleteSettlementViewInput, { description: 'Which, as it was seen.' })
    { idempotencyKey, viewId, expectedVersion }: DeleteSettlementViewInput,
    @Ctx() context: GraphContext,
  ): Promise<DeleteSettlementViewPayload> {
    const { tenantId, subject } = requireRole(context, ...STAFF_ROLES);
    const id = fromGlobalId('SettlementView', viewId);
    const command = { tenantId, subject, idempotencyKey, expectedVersion };
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('viewId')
        : await deleteSettlementView({ ...command, viewId: id }, this.dependencies));
    if (!outcome.ok) return { viewId: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { viewId: toGlobalId('SettlementView', outcome.value), replayed, userErrors: [] };
  }
}
