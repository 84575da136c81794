import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { CommandResult, Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { FULFILMENT_ORDERERS, isStaff } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { confirmFulfilment } from '../confirm-fulfilment/confirm-fulfilment.handler';
import { orderFulfilment, type FulfilmentDependencies } from '../order-fulfilment/order-fulfilment.handler';
import {
  ConfirmFulfilmentInput,
  Fulfilment,
  FulfilmentConnection,
  FulfilmentPayload,
  FulfilmentsArgs,
  OrderFulfilmentInput,
} from './fulfilment.gql';
import { toFulfilment, type FulfilmentLoader } from './fulfilment.loader';
import { fulfilmentList, type FulfilmentRecord } from './fulfilment.query';

@Resolver(() => Fulfilment)
export class FulfilmentResolver {
  constructor(
    private readonly database: Database,
    private readonly dependencies: FulfilmentDependencies & { readonly calendar: TenantCalendar },
    private readonly fulfilments: FulfilmentLoader,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => FulfilmentConnection, {
    name: 'fulfilments',
    description: 'What departments are to do for complainants, the earliest due first; for staff.',
  })
  async list(
    @Args(() => FulfilmentsArgs) { overdue, state, department, ...page }: FulfilmentsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Fulfilment>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const reader = this.database.reader(tenantId);
    const { calendar, clock } = this.dependencies;
    const today = overdue ? await calendar.dayOf(reader, clock.now()) : undefined;
    const list = fulfilmentList({
      ...(state === undefined ? {} : { state }),
      ...(department === undefined ? {} : { department }),
      ...(today === undefined ? {} : { overdueOn: today }),
    });
    return readConnection(context, reader, list, page, (record: FulfilmentRecord) => toFulfilment(record));
  }

  @FieldResolver(() => Settlement, { nullable: true, description: 'The settlement that it belongs to.' })
  async settlement(@Root() { settlementId }: Fulfilment, @Ctx() context: GraphContext): Promise<Settlement | null> {
    return (await this.settlements.find(context, 'id', settlementId))[0] ?? null;
  }

  @Directive('@authenticated')
  @Mutation(() => FulfilmentPayload, {
    description:
      'Orders of a department what a part of an approved settlement promises beside money. For handlers, supervisors, finance and managers.',
  })
  async orderFulfilment(
    @Arg('input', () => OrderFulfilmentInput, { description: 'What, and until when.' }) input: OrderFulfilmentInput,
    @Ctx() context: GraphContext,
  ): Promise<FulfilmentPayload> {
    const { tenantId, subject } = requireRole(context, ...FULFILMENT_ORDERERS);
    const settlementId = fromGlobalId('Settlement', input.settlementId);
    const result: CommandResult<string> =
      unusableKey(input.idempotencyKey) ??
      (settlementId === undefined
        ? notFound('settlementId')
        : await orderFulfilment({ ...input, tenantId, subject, settlementId }, this.dependencies));
    return this.fulfilments.answer(result, context);
  }

  @Directive('@authenticated')
  @Mutation(() => FulfilmentPayload, {
    description:
      'Records that a department has done what it was to do. For handlers, supervisors, finance and managers.',
  })
  async confirmFulfilment(
    @Arg('input', () => ConfirmFulfilmentInput, { description: 'Which, and the proof.' }) input: ConfirmFulfilmentInput,
    @Ctx() context: GraphContext,
  ): Promise<FulfilmentPayload> {
    const { tenantId, subject } = requireRole(context, ...FULFILMENT_ORDERERS);
    const fulfilmentId = fromGlobalId('Fulfilment', input.fulfilmentId);
    const result: CommandResult<string> =
      unusableKey(input.idempotencyKey) ??
      (fulfilmentId === undefined
        ? notFound('fulfilmentId')
        : await confirmFulfilment({ ...input, tenantId, subject, fulfilmentId }, this.dependencies));
    return this.fulfilments.answer(result, context);
  }
}

@Resolver(() => Settlement)
export class SettlementFulfilmentsResolver {
  constructor(private readonly loader: FulfilmentLoader) {}

  @FieldResolver(() => [Fulfilment], {
    description: 'What departments do for it beside the money, by its parts; for staff, and empty for others.',
  })
  async fulfilments(@Root() { id }: Settlement, @Ctx() context: GraphContext): Promise<Fulfilment[]> {
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined || !isStaff(context.viewer)) return [];
    return this.loader.ofSettlement(context, settlementId);
  }
}
