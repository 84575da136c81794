import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand } from '@redress/persistence';
import type { RegisterComplaint } from '../../complaint/register-complaint/register-complaint.command';
import type { Register } from '../../correspondence/receive-message/register-message.handler';
import type { Person } from '../../customer/model/visibility.rules';
import { take } from '../advance-work-order/advance-work-order.handler';
import { dueOf, type CreateWorkOrderPorts } from '../create-work-order/create-work-order.handler';
import type { ContactCentre } from '../model/contact-centre';
import type { CentreMessage, CentreOrder } from './read-centre-message';

/** What taking orders needs around it. */
export interface ReceiveWorkOrderPorts extends CreateWorkOrderPorts {
  readonly register: Register;
}

/** What a centre is answered: the order as it stands after its message. */
export interface Taken {
  readonly workOrderId: string;
}

/** Takes a message of a contact centre, once for each id of theirs. */
export async function receiveWorkOrder(
  message: CentreMessage,
  centre: ContactCentre,
  ports: ReceiveWorkOrderPorts,
): Promise<Outcome<Taken>> {
  const person: Person = { tenantId: centre.tenant, subject: `centre:${centre.key}`, roles: ['agent'] };
  if (message.act === 'CREATE') return receiveOrder(message, { centre, person }, ports);
  const { messageId, orderNumber, ...advance } = message;
  const call = { ...callOf(person, messageId), request: message };
  const { outcome } = await executeCommand<Taken>(ports.database, call, async (tx) => {
    const order = await ports.workOrders.lockByNumber(tx, centre.key, orderNumber);
    if (order === undefined) return refuse({ code: 'NOT_FOUND', path: ['orderNumber'] });
    const now = ports.clock.now();
    const around = { by: person.subject, now, workOrders: ports.workOrders, told: false };
    const taken = take(tx, order, withoutAbsent(advance), around);
    return taken.ok ? accept({ workOrderId: taken.value }) : taken;
  });
  return outcome;
}

/** A new order: a complaint that is registered first, through the same door as every other, or an answered enquiry. */
async function receiveOrder(
  message: CentreOrder,
  { centre, person }: { readonly centre: ContactCentre; readonly person: Person },
  ports: ReceiveWorkOrderPorts,
): Promise<Outcome<Taken>> {
  const answered = message.answeredByCentre === true;
  const registered = answered ? accept(undefined) : await registerOrder(message, centre, person, ports);
  if (!registered.ok) return registered;
  const call = { ...callOf(person, message.messageId), request: message };
  const { outcome } = await executeCommand<Taken>(ports.database, call, async (tx) => {
    const { orderNumber, note } = message;
    const known = await ports.workOrders.lockByNumber(tx, centre.key, orderNumber);
    if (known !== undefined) return accept({ workOrderId: known.id });
    const at = ports.clock.now();
    const dueAt = answered ? undefined : await dueOf(tx, at, ports);
    const state = answered ? ('ANSWERED' as const) : ('RECEIVED' as const);
    const order = {
      ...{ id: ports.newId(), centre: centre.key, orderNumber, fromCentre: true, state, urged: 0, version: 1 },
      receivedAt: at,
      ...(registered.value === undefined ? {} : { complaintId: registered.value }),
      ...(dueAt === undefined ? {} : { dueAt }),
    };
    const step = { workOrderId: order.id, number: 1, act: 'CREATE', state, at, by: person.subject } as const;
    ports.workOrders.enter(tx, order, note === undefined ? step : { ...step, note });
    return accept({ workOrderId: order.id });
  });
  return outcome;
}

async function registerOrder(
  { orderNumber, caller, text, itemType, category, product }: CentreOrder,
  centre: ContactCentre,
  person: Person,
  { register }: ReceiveWorkOrderPorts,
): Promise<Outcome<string>> {
  if (text === undefined) return refuse({ code: 'INTAKE_TEXT_MISSING', path: ['text'] } satisfies Refusal);
  const details = caller === undefined ? undefined : { kind: 'CONSUMER' as const, ...withoutAbsent(caller) };
  const command: RegisterComplaint = {
    channel: 'PHONE',
    text,
    customer: details === undefined ? {} : { details },
    ...withoutAbsent({ itemType, product, categoryCode: category ?? centre.category }),
  };
  const { outcome } = await register(command, person, `work-order:${orderNumber}`);
  return outcome.ok ? accept(outcome.value.complaintId) : outcome;
}

function callOf({ tenantId, subject }: Person, idempotencyKey: string) {
  return { tenantId, subject, operation: 'receiveWorkOrder', idempotencyKey };
}

type Present<Values> = { [Key in keyof Values]: Exclude<Values[Key], undefined> };

function withoutAbsent<Values extends object>(values: Values): Present<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
