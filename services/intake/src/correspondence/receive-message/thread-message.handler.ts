import { appendEvents } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { AddressedComplaint, AddressedComplaints } from '../model/addressed-complaint.repository';
import { messageReceivedEvent } from '../published/message-received.publication';
import { attachFiles, type AttachFilesPorts } from './attach-files.handler';
import { fitting, type KeptMessage, type Sender } from './inbound-message.model';
import type { MessageRegister } from './message-register.repository';

/** What adding a message to a complaint needs around it. */
export interface ThreadMessagePorts extends AttachFilesPorts {
  readonly complaints: AddressedComplaints;
  readonly messages: MessageRegister;
}

/** A message and the complaint that it is about. */
export interface ThreadedMessage {
  readonly id: string;
  readonly complaintId: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly message: KeptMessage;
}

/** Adds a message to the complaint that it is about; answers how many files it has no room for, `undefined` when it cannot. */
export async function threadMessage(
  tx: TenantTransaction,
  { id, complaintId, source, receivedAt, message }: ThreadedMessage,
  ports: ThreadMessagePorts,
): Promise<number | undefined> {
  const version = await ports.complaints.lock(tx, complaintId);
  const complaint = await ports.complaints.find(tx, complaintId);
  // Whoever asked to be forgotten is not written down again.
  if (version === undefined || complaint?.addressee === undefined) return undefined;
  const { sender, subject, text, medium, files } = message;
  const entry = {
    ...{ id, complaintId, medium, receivedAt, sender },
    fromComplainant: isTheirs(sender, complaint),
    text: fitting(text),
    ...(subject === undefined ? {} : { subject }),
  };
  await ports.messages.addCorrespondence(tx, entry, complaint.addressee.key);
  const after = await ports.complaints.countChange(tx, complaintId, version);
  await appendEvents(tx, { id: complaintId, version: after }, [messageReceivedEvent(entry)]);
  return attachFiles(tx, complaintId, { files, by: source, at: receivedAt }, ports);
}

function isTheirs({ email, phone, externalRef }: Sender, { addressee }: AddressedComplaint): boolean {
  const theirs = addressee?.identity ?? {};
  if (email !== undefined) return email.toLowerCase() === theirs.email?.toLowerCase();
  if (phone !== undefined) return digits(phone) === digits(theirs.phone ?? '');
  return externalRef !== undefined && externalRef === theirs.externalRef;
}

/** The last eleven digits, which a number has in common however its country is written. */
function digits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-11);
}
