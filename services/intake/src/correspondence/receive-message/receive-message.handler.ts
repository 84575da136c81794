import type { ContentStore } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { Database, TenantReader, TenantTransaction } from '@redress/persistence';
import type { AcknowledgementBook } from '../model/acknowledgement-book.repository';
import type { LetterOutbox } from '../model/letter-outbox.repository';
import { attachFiles } from './attach-files.handler';
import {
  fitting,
  possibleNumbers,
  type Automatic,
  type InboundMessage,
  type InboundState,
  type KeptMessage,
} from './inbound-message.model';
import { keepFiles } from './keep-files.handler';
import type { MessageEntry } from './message-register.repository';
import { registerFromMessage, type MessageRegistration, type Register } from './register-message.handler';
import { threadMessage, type ThreadMessagePorts } from './thread-message.handler';

/** What taking in a message needs around it. */
export interface ReceiveMessagePorts extends ThreadMessagePorts {
  readonly database: Database;
  readonly outbox: LetterOutbox;
  readonly acknowledgements: AcknowledgementBook;
  readonly store: ContentStore;
  readonly register: Register;
  readonly clock: Clock;
}

/** What became of a message; of one that came before, what became of it then. */
export interface Reception {
  readonly state: InboundState;
  readonly duplicate: boolean;
  readonly complaintId?: string;
  readonly number?: string;
  readonly reason?: string;
}

/**
 * Takes in a message, once however often it comes: adds it to the complaint that it is about, registers a new complaint,
 * or keeps it for a person. Throws only when something is down; the message is then to be brought again.
 */
export async function receiveMessage(brought: InboundMessage, ports: ReceiveMessagePorts): Promise<Reception> {
  const now = ports.clock.now();
  // The clock of a mail server may be ahead; nothing was received after now.
  const inbound = brought.receivedAt > now ? { ...brought, receivedAt: now } : brought;
  const reader = ports.database.reader(inbound.tenantId);
  const known = await ports.messages.findByKey(reader, inbound.key);
  if (known !== undefined) {
    const { state, complaintId } = known;
    return { state, duplicate: true, ...(complaintId === null ? {} : { complaintId }) };
  }
  if (inbound.automatic !== undefined) return takeAutomatic(inbound, inbound.automatic, ports);
  const files = await keepFiles(inbound.tenantId, inbound.files, ports.store);
  const { sender, subject, text, medium } = inbound;
  const message: KeptMessage = {
    // A complaint has no more of it, and a message that waits has to fit into its row.
    ...{ sender, text: fitting(text), medium, files: files.kept },
    ...(subject === undefined ? {} : { subject }),
  };
  const about = await complaintMeant(reader, inbound, ports);
  if (about !== undefined) {
    const threaded = await thread(inbound, message, { complaintId: about, refused: files.refused }, ports);
    if (threaded !== undefined) return threaded;
  }
  const registered: MessageRegistration =
    inbound.unfit === undefined
      ? await registerNew(reader, inbound, message, ports)
      : { refusals: [{ code: inbound.unfit }] };
  if ('refusals' in registered) {
    const refusal = registered.refusals[0]?.code ?? '';
    return keep(inbound, message, { refusal, refused: files.refused }, ports);
  }
  await note(inbound, ports, async (tx) => {
    const by = { files: files.kept, by: inbound.source, at: inbound.receivedAt };
    const crowded = await attachFiles(tx, registered.complaintId, by, ports);
    return { state: 'REGISTERED', complaintId: registered.complaintId, refusedFiles: files.refused + crowded };
  });
  return { state: 'REGISTERED', duplicate: false, ...registered };
}

/** The complaint whose letters a message answers, whose conversation it goes on, or whose number it names. */
async function complaintMeant(
  reader: TenantReader,
  { letterIds, conversation, subject, text, medium }: InboundMessage,
  { complaints, messages }: ReceiveMessagePorts,
): Promise<string | undefined> {
  const answered = await complaints.ofLetters(reader, letterIds);
  if (answered !== undefined) return answered;
  const talked = conversation === undefined ? undefined : await messages.ofConversation(reader, conversation);
  if (talked !== undefined) return talked;
  return complaints.ofNumbers(reader, possibleNumbers(medium === 'EMAIL' ? (subject ?? '') : text));
}

/** First by what the message itself shows of its category, then by what was set up for its channel. */
async function registerNew(
  reader: TenantReader,
  inbound: InboundMessage,
  message: KeptMessage,
  { messages, register }: ReceiveMessagePorts,
): Promise<MessageRegistration> {
  const { source, channel, receivedAt, defaultCategory } = inbound;
  const toRegister = { source, channel, receivedAt, message };
  const idempotencyKey = `message:${inbound.key.toString('hex')}`;
  const first = await registerFromMessage(reader, toRegister, { idempotencyKey, messages, register });
  if (!('refusals' in first) || defaultCategory === undefined) return first;
  return registerFromMessage(
    reader,
    { ...toRegister, categoryCode: defaultCategory },
    { idempotencyKey: `${idempotencyKey}:default`, messages, register },
  );
}

async function thread(
  inbound: InboundMessage,
  message: KeptMessage,
  { complaintId, refused }: { readonly complaintId: string; readonly refused: number },
  ports: ReceiveMessagePorts,
): Promise<Reception | undefined> {
  const { source, receivedAt } = inbound;
  let threaded = false;
  await note(inbound, ports, async (tx, id) => {
    const crowded = await threadMessage(tx, { id, complaintId, source, receivedAt, message }, ports);
    if (crowded === undefined) return undefined;
    threaded = true;
    return { state: 'THREADED', complaintId, refusedFiles: refused + crowded };
  });
  return threaded ? { state: 'THREADED', duplicate: false, complaintId } : undefined;
}

async function keep(
  inbound: InboundMessage,
  message: KeptMessage,
  { refusal, refused }: { readonly refusal: string; readonly refused: number },
  ports: ReceiveMessagePorts,
): Promise<Reception> {
  await note(inbound, ports, () =>
    Promise.resolve({ state: 'UNROUTED', reason: refusal, refusedFiles: refused, kept: message }),
  );
  return { state: 'UNROUTED', duplicate: false, reason: refusal };
}

/** Answers of machines are noted and never registered; a letter that came back is marked. */
async function takeAutomatic(
  inbound: InboundMessage,
  automatic: Automatic,
  ports: ReceiveMessagePorts,
): Promise<Reception> {
  const { acknowledgements, complaints, database, outbox, clock } = ports;
  const letterIds = automatic.kind === 'BOUNCE' ? automatic.letterIds : inbound.letterIds;
  const complaintId = await complaints.ofLetters(database.reader(inbound.tenantId), letterIds);
  await note(inbound, ports, async (tx) => {
    if (automatic.kind === 'BOUNCE' && complaintId !== undefined) {
      await complaints.lock(tx, complaintId);
      for (const letterId of letterIds) {
        const error = `BOUNCED_${automatic.status}`.slice(0, 64);
        const returned = await outbox.comeBack(tx, letterId, error, clock.now());
        if (returned === 'ACKNOWLEDGEMENT') await acknowledgements.fallDue(tx, complaintId);
      }
    }
    const about = complaintId === undefined ? {} : { complaintId };
    return { state: 'AUTOMATIC', reason: automatic.kind, refusedFiles: inbound.files.length, ...about };
  });
  return { state: 'AUTOMATIC', duplicate: false, reason: automatic.kind };
}

type Note = Pick<MessageEntry, 'state' | 'reason' | 'complaintId' | 'refusedFiles' | 'kept'>;

/** Carries the finding that another process took the same message in out of the transaction, so that it rolls back. */
class TakenMeanwhile extends Error {}

/** Notes a message together with what follows from it, in one transaction. */
async function note(
  { tenantId, source, channel, key, conversation, receivedAt }: InboundMessage,
  { database, messages, newId }: ReceiveMessagePorts,
  work: (tx: TenantTransaction, id: string) => Promise<Note | undefined>,
): Promise<void> {
  const id = newId();
  try {
    await database.transaction(tenantId, async (tx) => {
      const noted = await work(tx, id);
      if (noted === undefined) return;
      const entered = await messages.enter(tx, { id, source, channel, key, conversation, receivedAt, ...noted });
      if (!entered) throw new TakenMeanwhile();
    });
  } catch (error) {
    if (!(error instanceof TakenMeanwhile)) throw error;
  }
}
