import { newId } from '@redress/kernel';
import { json, type Database, type TenantReader } from '@redress/persistence';
import type { WorkOrder, WorkOrderStep } from '../model/work-order.model';
import type { LeasedCall, WorkOrderBook } from '../model/work-order.repository';

const COLUMNS = `o.id, o.centre, o.order_number AS orderNumber, o.complaint_id AS complaintId,
  o.from_centre AS fromCentre, o.state, o.urged, o.transferred_to AS transferredTo, o.received_at AS receivedAt,
  o.due_at AS dueAt, o.ended_at AS endedAt, o.version`;
const ORDERS = `SELECT ${COLUMNS} FROM work_order o WHERE o.tenant_id = :tenantId`;
const STEPS = `
  SELECT s.work_order_id AS workOrderId, s.number, s.act, s.state, s.note, s.at, s.\`by\` FROM work_order_step s
  WHERE s.tenant_id = :tenantId AND s.work_order_id IN (:ids) ORDER BY s.work_order_id, s.number`;
const ADVANCE = `
  UPDATE work_order o SET o.state = :state, o.urged = :urged, o.transferred_to = :transferredTo, o.ended_at = :endedAt,
    o.version = :version WHERE o.tenant_id = :tenantId AND o.id = :id`;
const DUE = 'next_step_at <= UTC_TIMESTAMP(3)';

/** Work orders in MySQL. When a call is due, and whose it is, is judged by the database's clock alone. */
export function mysqlWorkOrderBook({ system }: Pick<Database, 'system'>): WorkOrderBook {
  const orders = async (reader: TenantReader, sql: string, by: Parameters<TenantReader['query']>[1]) =>
    (await reader.query<Record<string, unknown>>(sql, by)).map(orderOf);
  return {
    lock: async (tx, id) => (await orders(tx, `${ORDERS} AND o.id = :id FOR UPDATE`, { id }))[0],
    lockByNumber: async (tx, centre, orderNumber) =>
      (
        await orders(tx, `${ORDERS} AND o.centre = :centre AND o.order_number = :orderNumber FOR UPDATE`, {
          centre,
          orderNumber,
        })
      )[0],
    lockOpen: (tx, complaintId) =>
      orders(tx, `${ORDERS} AND o.complaint_id = :complaintId AND o.state NOT IN ('ANSWERED', 'CLOSED') FOR UPDATE`, {
        complaintId,
      }),
    find: (reader, ids) => orders(reader, `${ORDERS} AND o.id IN (:ids)`, { ids }),
    ofComplaints: (reader, ids) => orders(reader, `${ORDERS} AND o.complaint_id IN (:ids) ORDER BY o.id`, { ids }),
    stepsOf: async (reader, ids) =>
      (await reader.query<Record<string, unknown>>(STEPS, { ids })).map(
        (row) => withoutNulls(row) as unknown as WorkOrderStep,
      ),

    enter(tx, order, step) {
      tx.insertAtCommit('work_order', [rowOf(order)]);
      tx.insertAtCommit('work_order_step', [stepRow(step)]);
    },

    advance(tx, order, step) {
      const { id, state, urged, version } = order;
      const transferredTo = order.transferredTo ?? null;
      tx.executeAtCommit(ADVANCE, { id, state, urged, version, transferredTo, endedAt: order.endedAt ?? null });
      tx.insertAtCommit('work_order_step', [stepRow(step)]);
    },

    tell(tx, { id, centre, orderNumber, complaintId, urged }, { number, act, state, note, at }) {
      const told = { orderNumber, complaintId, urged, number, act, state, note, at: at.toISOString() };
      tx.insertAtCommit('work_order_call', [
        { id: newId(), work_order_id: id, centre, body: json(told), failures: 0, next_step_at: new Date(0) },
      ]);
    },

    leaseCalls: (limit, leaseMs) => leaseDue(system, limit, leaseMs),

    async recordCall({ tenantId, id, lease }, { error, retryInMs }) {
      await system.execute(
        `UPDATE work_order_call SET failures = failures + :failed, error = :error, lease_holder = NULL,
           sent_at = IF(:failed = 1, NULL, UTC_TIMESTAMP(3)),
           next_step_at = IF(:microseconds IS NULL, NULL, UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND)
         WHERE tenant_id = :tenantId AND id = :id AND lease_holder = :lease`,
        {
          ...{ tenantId, id, lease },
          failed: error === undefined ? 0 : 1,
          error: error ?? null,
          microseconds: retryInMs === undefined ? null : retryInMs * 1_000,
        },
      );
    },
  };
}

/** Looks without locking and then takes with a condition, so that of several processes only one gets each call. */
async function leaseDue(system: Database['system'], limit: number, leaseMs: number): Promise<LeasedCall[]> {
  const due = await system.query<Omit<LeasedCall, 'lease'>>(
    `SELECT tenant_id AS tenantId, id, centre, body, failures FROM work_order_call
     WHERE ${DUE} ORDER BY next_step_at, id LIMIT ${String(Math.trunc(limit))}`,
  );
  const leased: LeasedCall[] = [];
  for (const call of due) {
    const lease = newId();
    const { affectedRows } = await system.execute(
      `UPDATE work_order_call SET lease_holder = :lease,
         next_step_at = UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND
       WHERE tenant_id = :tenantId AND id = :id AND ${DUE}`,
      { tenantId: call.tenantId, id: call.id, lease, microseconds: leaseMs * 1_000 },
    );
    if (affectedRows === 1) leased.push({ ...call, lease });
  }
  return leased;
}

function rowOf(order: WorkOrder): Record<string, unknown> {
  return {
    id: order.id,
    centre: order.centre,
    order_number: order.orderNumber,
    complaint_id: order.complaintId ?? null,
    from_centre: order.fromCentre,
    state: order.state,
    urged: order.urged,
    transferred_to: order.transferredTo ?? null,
    received_at: order.receivedAt,
    due_at: order.dueAt ?? null,
    ended_at: order.endedAt ?? null,
    version: order.version,
  };
}

function stepRow({ workOrderId, note, ...step }: WorkOrderStep): Record<string, unknown> {
  return { work_order_id: workOrderId, note: note ?? null, ...step };
}

function orderOf(row: Record<string, unknown>): WorkOrder {
  return { ...withoutNulls(row), fromCentre: row['fromCentre'] === 1 } as unknown as WorkOrder;
}

function withoutNulls(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
