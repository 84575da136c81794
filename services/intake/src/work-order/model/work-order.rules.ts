import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { NOTE_LENGTH_AT_MOST, TRANSFER_LENGTH_AT_MOST, type WorkOrder } from './work-order.model';
import { workOrderMachine, type WorkOrderAct } from './work-order.transitions';

export type WorkOrderRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_WORK_ORDER_ACT_NOT_POSSIBLE'
  | 'INTAKE_WORK_ORDER_TRANSFER_TO'
  | 'INTAKE_WORK_ORDER_CENTRE_UNKNOWN'
  | 'INTAKE_VALUE_TOO_LONG';

/** What somebody does with a work order. */
export interface WorkOrderAdvance {
  readonly act: WorkOrderAct;
  readonly note?: string;
  readonly transferTo?: string;
}

/** The order after an act, where the act is possible. */
export function advanced(
  order: WorkOrder,
  { act, note, transferTo }: WorkOrderAdvance,
  now: Date,
): Outcome<WorkOrder, WorkOrderRefusal> {
  const state = workOrderMachine.next(order.state, act);
  if (state === undefined) {
    const allowed = workOrderMachine.actionsIn(order.state);
    const facts = { act, state: order.state };
    return refuse({ code: 'INTAKE_WORK_ORDER_ACT_NOT_POSSIBLE', path: ['act'], facts, details: { allowed } });
  }
  const long = tooLongNote(note) ?? tooLong('transferTo', transferTo, TRANSFER_LENGTH_AT_MOST);
  if (long !== undefined) return refuse(long);
  if ((act === 'TRANSFER') !== (transferTo !== undefined && transferTo.trim() !== '')) {
    return refuse({ code: 'INTAKE_WORK_ORDER_TRANSFER_TO', path: ['transferTo'] });
  }
  return accept({
    ...order,
    state,
    version: order.version + 1,
    ...(act === 'URGE' ? { urged: order.urged + 1 } : {}),
    ...(transferTo === undefined ? {} : { transferredTo: transferTo }),
    ...(state === 'CLOSED' ? { endedAt: now } : {}),
  });
}

/** Refuses a note that is longer than its place. */
export function tooLongNote(note: string | undefined): Refusal<WorkOrderRefusal> | undefined {
  return tooLong('note', note, NOTE_LENGTH_AT_MOST);
}

function tooLong(field: string, text: string | undefined, limit: number): Refusal<WorkOrderRefusal> | undefined {
  if (text === undefined || text.length <= limit) return undefined;
  return { code: 'INTAKE_VALUE_TOO_LONG', path: [field], facts: { field, limit }, details: { limit } };
}
