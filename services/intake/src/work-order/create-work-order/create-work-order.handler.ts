import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { AddressedComplaints } from '../../correspondence/model/addressed-complaint.repository';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { promisedDates } from '../../regulation/model/acknowledgement.model';
import { inForceAt } from '../../regulation/model/adoption.model';
import type { TenantReader } from '@redress/persistence';
import type { WorkOrderPorts } from '../advance-work-order/advance-work-order.handler';
import type { ContactCentre } from '../model/contact-centre';
import { tooLongNote, type WorkOrderRefusal } from '../model/work-order.rules';

/** What sending an order to a centre needs around it. */
export interface CreateWorkOrderPorts extends WorkOrderPorts {
  readonly addressed: AddressedComplaints;
  readonly adoptions: AdoptionBook;
  readonly centres: readonly ContactCentre[];
}

/** An order of the organisation about a complaint. */
export interface CreateWorkOrder {
  readonly complaintId: string;
  readonly centre: string;
  readonly note: string;
}

/** Sends a complaint to a contact centre as a work order; the answer is the id of the order. */
export function createWorkOrder(
  command: CreateWorkOrder,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  ports: CreateWorkOrderPorts,
): Promise<CommandResult<string, WorkOrderRefusal>> {
  const call = { tenantId, operation: 'createWorkOrder', subject, idempotencyKey, request: command };
  return executeCommand<string, WorkOrderRefusal>(ports.database, call, async (tx) => {
    const { complaintId, centre, note } = command;
    const complaint = await ports.addressed.find(tx, complaintId);
    if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    if (!ports.centres.some((each) => each.tenant === tenantId && each.key === centre)) {
      return refuse({ code: 'INTAKE_WORK_ORDER_CENTRE_UNKNOWN', path: ['centre'] });
    }
    const long = tooLongNote(note);
    if (long !== undefined) return refuse(long);
    const at = ports.clock.now();
    const id = ports.newId();
    const dueAt = await dueOf(tx, complaint.receivedAt, ports);
    const order = {
      ...{ id, centre, complaintId, orderNumber: `${complaint.number}/${id.slice(-4)}`, fromCentre: false },
      ...{ state: 'RECEIVED' as const, urged: 0, receivedAt: at, version: 1 },
      ...(dueAt === undefined ? {} : { dueAt }),
    };
    const step = { workOrderId: id, number: 1, act: 'CREATE', state: order.state, note, at, by: subject } as const;
    ports.workOrders.enter(tx, order, step);
    ports.workOrders.tell(tx, order, step);
    return accept(id);
  });
}

/** By when the regulation in force wants the matter ended, as far as that is counted from the receipt. */
export async function dueOf(
  reader: TenantReader,
  receivedAt: Date,
  { adoptions }: Pick<CreateWorkOrderPorts, 'adoptions'>,
): Promise<Date | undefined> {
  const adoption = inForceAt(await adoptions.read(reader, receivedAt), receivedAt);
  const dates = adoption === undefined ? [] : promisedDates(adoption, receivedAt).map(({ dueAt }) => dueAt);
  return dates.sort((one, other) => other.getTime() - one.getTime())[0];
}
