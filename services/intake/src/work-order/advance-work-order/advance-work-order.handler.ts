import { accept, isId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { WorkOrder } from '../model/work-order.model';
import type { WorkOrderBook } from '../model/work-order.repository';
import { advanced, type WorkOrderAdvance, type WorkOrderRefusal } from '../model/work-order.rules';

/** What work orders need around them. */
export interface WorkOrderPorts {
  readonly database: Database;
  readonly workOrders: WorkOrderBook;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** An act of the organisation, with the version that was seen. */
export interface AdvanceWorkOrder extends WorkOrderAdvance {
  readonly workOrderId: string;
  readonly expectedVersion: number;
}

/** Does something with a work order, and tells its centre; the answer is its id. */
export function advanceWorkOrder(
  command: AdvanceWorkOrder,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, workOrders, clock }: WorkOrderPorts,
): Promise<CommandResult<string, WorkOrderRefusal>> {
  const call = { tenantId, operation: 'advanceWorkOrder', subject, idempotencyKey, request: command };
  return executeCommand<string, WorkOrderRefusal>(database, call, async (tx) => {
    const { workOrderId, expectedVersion, ...advance } = command;
    const order = isId(workOrderId) ? await workOrders.lock(tx, workOrderId) : undefined;
    if (order === undefined) return refuse({ code: 'NOT_FOUND', path: ['workOrderId'] });
    if (order.version !== expectedVersion) {
      const details = { currentVersion: order.version };
      return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details });
    }
    return take(tx, order, advance, { by: subject, now: clock.now(), workOrders, told: true });
  });
}

/** Advances a locked order; whoever did it themselves need not be told. */
export function take(
  tx: TenantTransaction,
  order: WorkOrder,
  advance: WorkOrderAdvance,
  around: { readonly by: string; readonly now: Date; readonly workOrders: WorkOrderBook; readonly told: boolean },
): Outcome<string, WorkOrderRefusal> {
  const { by, now: at, workOrders, told } = around;
  const next = advanced(order, advance, at);
  if (!next.ok) return next;
  const { act, note } = advance;
  const { id: workOrderId, version: number, state } = next.value;
  const step = { workOrderId, number, act, state, at, by, ...(note === undefined ? {} : { note }) };
  workOrders.advance(tx, next.value, step);
  if (told) workOrders.tell(tx, next.value, step);
  return accept(workOrderId);
}
