import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { isId, STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { WorkOrder as WorkOrderValue } from '../model/work-order.model';
import type { WorkOrderBook } from '../model/work-order.repository';
import { WorkOrder, WorkOrderStep } from './work-order.gql';

/** Shows the work orders of complaints. */
@Resolver(() => Complaint)
export class WorkOrdersResolver {
  constructor(
    private readonly database: Database,
    private readonly book: WorkOrderBook,
  ) {}

  @FieldResolver(() => [WorkOrder], {
    description: 'Work orders about it, the earliest first; nothing to customers.',
  })
  async workOrders(@Root() { uuid }: Complaint, @Ctx() context: GraphContext): Promise<readonly WorkOrder[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const load = async (ids: readonly string[]) => {
      const all = await this.book.ofComplaints(this.database.reader(viewer.tenantId), ids);
      return ids.map((id) => all.filter(({ complaintId }) => complaintId === id));
    };
    const orders = await context.loader('workOrders', load).load(uuid);
    return (orders ?? []).map(shownOrder);
  }

  @Query(() => WorkOrder, { nullable: true, description: 'A work order by its id; for staff only.' })
  async workOrder(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<WorkOrder | null> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    if (!isId(id)) return null;
    const [order] = await this.book.find(this.database.reader(tenantId), [id]);
    return order === undefined ? null : shownOrder(order);
  }
}

/** Shows what happened to work orders. */
@Resolver(() => WorkOrder)
export class WorkOrderStepsResolver {
  constructor(
    private readonly database: Database,
    private readonly book: WorkOrderBook,
  ) {}

  @FieldResolver(() => [WorkOrderStep], { description: 'What happened to it, the earliest first.' })
  async steps(@Root() { id }: WorkOrder, @Ctx() context: GraphContext): Promise<readonly WorkOrderStep[]> {
    const load = async (ids: readonly string[]) => {
      const all = await this.book.stepsOf(this.database.reader(context.viewer.tenantId), ids);
      return ids.map((each) => all.filter(({ workOrderId }) => workOrderId === each));
    };
    const steps = await context.loader('workOrderSteps', load).load(id);
    return (steps ?? []).map(({ note, ...step }) => ({ ...step, note: note ?? null }));
  }
}

/** The GraphQL form of a work order. */
export function shownOrder({ complaintId: _, transferredTo, dueAt, endedAt, ...order }: WorkOrderValue): WorkOrder {
  return { ...order, transferredTo: transferredTo ?? null, dueAt: dueAt ?? null, endedAt: endedAt ?? null };
}
