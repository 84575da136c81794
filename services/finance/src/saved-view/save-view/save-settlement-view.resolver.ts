import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { SettlementColumn } from '../../settlement/model/settlement-column.model';
import { SettlementOrder } from '../../settlement/view-settlements/settlement-list.gql';
import { SettlementWhereInput } from '../../settlement/view-settlements/settlement-where.gql';
import { SettlementColumnEnum, SettlementViewPayload } from '../view-views/saved-view.gql';
import type { SavedViewLoader } from '../view-views/saved-view.reference';
import { saveSettlementView, type SavedViewDependencies } from './save-settlement-view.handler';

@InputType({ description: 'A view of settlements to save, or to replace one of the own.' })
export class SaveSettlementViewInput {
  @Field(() => String, { description: 'Made by the client; the same key saves once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Its name, 1 to 80 characters, unique among the own ones.' })
  name!: string;

  @Field(() => SettlementWhereInput, { nullable: true, description: 'The conditions; all settlements unless told.' })
  where?: SettlementWhereInput;

  @Field(() => SettlementOrder, { defaultValue: SettlementOrder.CREATED_AT_DESC, description: 'Order of the list.' })
  orderBy!: SettlementOrder;

  @Field(() => [SettlementColumnEnum], {
    defaultValue: [],
    description: 'What is shown, in this order; empty for all.',
  })
  columns!: SettlementColumn[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether all staff of the organisation see it.' })
  shared!: boolean;

  @Field(() => ID, { nullable: true, description: 'The own view to replace; a new one is begun without it.' })
  viewId?: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; needed with `viewId`.' })
  expectedVersion?: number;
}

@Resolver()
export class SaveSettlementViewResolver {
  constructor(
    private readonly dependencies: SavedViewDependencies,
    private readonly views: SavedViewLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SettlementViewPayload, {
    description: 'Saves a view of settlements, or replaces an own one. For staff.',
  })
  async saveSettlementView(
    @Arg('input', () => SaveSettlementViewInput, { description: 'The view.' }) input: SaveSettlementViewInput,
    @Ctx() context: GraphContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<SettlementViewPayload> {
    const { tenantId, subject } = requireRole(context, ...STAFF_ROLES);
    const { idempotencyKey, name, where, orderBy, columns, shared, expectedVersion } = input;
    const viewId = input.viewId === undefined ? undefined : fromGlobalId('SettlementView', input.viewId);
    const unusable = unusableKey(idempotencyKey) ?? (input.viewId && !viewId ? notFound('viewId') : undefined);
    if (unusable !== undefined) return this.views.answer(unusable, context, schema);
    const conditions = JSON.parse(JSON.stringify(where ?? {})) as Record<string, unknown>;
    const result = await saveSettlementView(
      {
        ...{ tenantId, subject, idempotencyKey },
        ...(viewId === undefined ? {} : { viewId }),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        content: { name: name.trim(), shared, conditions, orderBy, columns: [...new Set(columns)] },
      },
      this.dependencies,
    );
    return this.views.answer(result, context, schema);
  }
}
