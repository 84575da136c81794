import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given, idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { createWorkOrder, type CreateWorkOrderPorts } from '../create-work-order/create-work-order.handler';
import { shownOrder } from '../view-work-orders/work-orders.resolver';
import { advanceWorkOrder } from './advance-work-order.handler';
import { AdvanceWorkOrderInput, CreateWorkOrderInput, WorkOrderPayload } from './work-order-mutations.gql';

/** Exchanges work orders with contact centres. */
@Resolver()
export class WorkOrderMutationsResolver {
  constructor(private readonly ports: CreateWorkOrderPorts) {}

  @Mutation(() => WorkOrderPayload, { description: 'Sends a complaint to a contact centre as a work order.' })
  createWorkOrder(
    @Arg('input', () => CreateWorkOrderInput, { description: 'Which, and to whom.' }) input: CreateWorkOrderInput,
    @Ctx() context: GraphContext,
  ): Promise<WorkOrderPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { centre, note, idempotencyKey } = input;
    const command = { complaintId: fromGlobalId('Complaint', input.complaintId) ?? '', centre, note };
    return this.answer(input, context, () => createWorkOrder(command, viewer, idempotencyKey, this.ports));
  }

  @Mutation(() => WorkOrderPayload, {
    description: 'Accepts, starts, urges, transfers, answers or closes a work order, and tells the centre.',
  })
  advanceWorkOrder(
    @Arg('input', () => AdvanceWorkOrderInput, { description: 'What is done.' }) input: AdvanceWorkOrderInput,
    @Ctx() context: GraphContext,
  ): Promise<WorkOrderPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { idempotencyKey, workOrderId, expectedVersion, act, note, transferTo } = input;
    const command = { workOrderId, expectedVersion, act, ...given({ note, transferTo }) };
    return this.answer(input, context, () => advanceWorkOrder(command, viewer, idempotencyKey, this.ports));
  }

  private async answer(
    { idempotencyKey }: { readonly idempotencyKey: string },
    context: GraphContext,
    change: () => Promise<CommandResult<string>>,
  ): Promise<WorkOrderPayload> {
    const problems = idempotencyKeyProblems(idempotencyKey);
    if (problems.length > 0) return { workOrder: null, replayed: false, userErrors: inputErrors(problems, context) };
    const { outcome, replayed } = await change();
    if (!outcome.ok) return { workOrder: null, replayed, userErrors: inputErrors(outcome.refusals, context) };
    const { database, workOrders } = this.ports;
    const [order] = await workOrders.find(database.reader(context.viewer.tenantId), [outcome.value]);
    return { workOrder: order === undefined ? null : shownOrder(order), replayed, userErrors: [] };
  }
}
