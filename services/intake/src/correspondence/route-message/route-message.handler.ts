import { accept, refuse, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import { attachFiles } from '../receive-message/attach-files.handler';
import type { KeptMessage } from '../receive-message/inbound-message.model';
import type { WaitingMessage } from '../receive-message/message-register.repository';
import type { ReceiveMessagePorts } from '../receive-message/receive-message.handler';
import { registerFromMessage } from '../receive-message/register-message.handler';
import { threadMessage } from '../receive-message/thread-message.handler';

/** What a person decides of a message that waits: the complaint that it is about, or the category of a new one. */
export interface RouteMessage {
  readonly messageId: string;
  readonly expectedVersion: number;
  readonly complaintId?: string;
  readonly categoryCode?: string;
}

/** A refusal of the registration comes as it is. */
export type RouteMessageRefusal = 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INPUT_INVALID' | (string & {});

type Routed = { readonly complaintId: string };

/** Registers a message that waited for a person, or adds it to the complaint that it is about. */
export async function routeMessage(
  command: RouteMessage,
  person: Person,
  idempotencyKey: string,
  ports: ReceiveMessagePorts,
): Promise<CommandResult<Routed, RouteMessageRefusal>> {
  const { tenantId, subject } = person;
  const call = { tenantId, operation: 'registerMessage', subject, idempotencyKey, request: command };
  if (command.complaintId !== undefined && command.categoryCode !== undefined) {
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['categoryCode'] }), replayed: false };
  }
  // The registration is a command of its own; the message names it, so that it happens once whoever asks for it.
  const registered = command.complaintId === undefined ? await register(command, tenantId, ports) : undefined;
  if (registered?.ok === false) return { outcome: registered, replayed: false };
  return executeCommand<Routed, RouteMessageRefusal>(ports.database, call, (tx) =>
    settle(tx, command, registered?.value.complaintId, ports),
  );
}

async function register(
  { messageId, expectedVersion, categoryCode }: RouteMessage,
  tenantId: string,
  ports: ReceiveMessagePorts,
): Promise<Outcome<Routed, RouteMessageRefusal>> {
  const waiting = await ports.database.transaction(tenantId, (tx) => ports.messages.lock(tx, messageId));
  if (waiting === undefined) return refuse({ code: 'NOT_FOUND', path: ['messageId'] });
  const { kept } = waiting;
  // Answered before: the command itself decides whether this is a repetition.
  if (kept === undefined || waiting.version !== expectedVersion) return accept({ complaintId: '' });
  const { source, channel, receivedAt } = waiting;
  const toRegister = {
    source,
    channel,
    receivedAt,
    message: kept,
    ...(categoryCode === undefined ? {} : { categoryCode }),
  };
  const done = await registerFromMessage(ports.database.reader(tenantId), toRegister, {
    ...ports,
    idempotencyKey: `message:${messageId}`,
  });
  return 'refusals' in done ? { ok: false, refusals: done.refusals } : accept(done);
}

async function settle(
  tx: TenantTransaction,
  command: RouteMessage,
  registeredId: string | undefined,
  ports: ReceiveMessagePorts,
): Promise<Outcome<Routed, RouteMessageRefusal>> {
  const waiting = await ports.messages.lock(tx, command.messageId);
  if (waiting === undefined) return refuse({ code: 'NOT_FOUND', path: ['messageId'] });
  if (waiting.kept === undefined || waiting.version !== command.expectedVersion) {
    return refuse({
      code: 'VERSION_CONFLICT',
      path: ['expectedVersion'],
      details: { currentVersion: waiting.version, currentState: waiting.state },
    });
  }
  if (registeredId === undefined) return addTo(tx, command.complaintId ?? '', waiting, waiting.kept, ports);
  const files = { files: waiting.kept.files, by: waiting.source, at: waiting.receivedAt };
  await attachFiles(tx, registeredId, files, ports);
  await ports.messages.route(tx, waiting.id, 'REGISTERED', registeredId);
  return accept({ complaintId: registeredId });
}

async function addTo(
  tx: TenantTransaction,
  complaintId: string,
  { id, source, receivedAt }: WaitingMessage,
  message: KeptMessage,
  ports: ReceiveMessagePorts,
): Promise<Outcome<Routed, RouteMessageRefusal>> {
  const threaded = await threadMessage(tx, { id, complaintId, source, receivedAt, message }, ports);
  if (threaded === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  await ports.messages.route(tx, id, 'THREADED', complaintId);
  return accept({ complaintId });
}
