import type { InboundMessage } from '../../correspondence/receive-message/inbound-message.model';
import type { MailFolder, MailServerClient, MailSummary } from '../model/mail-server.client';
import type { MailboxPositions } from '../model/mailbox-position.repository';
import { MESSAGE_BYTES_AT_MOST, type Mailbox, type MailboxPosition } from '../model/mailbox-settings';
import { readMail } from './read-mail';

/** What reading a mailbox needs around it. */
export interface ReadMailboxPorts {
  readonly server: MailServerClient;
  readonly positions: MailboxPositions;
  readonly receive: (message: InboundMessage) => Promise<unknown>;
  /** Whether the process is about to end. */
  readonly stopping: () => boolean;
}

const LEASE_MS = 300_000;

/**
 * Takes in what has come since the mailbox was read last; answers how many messages that were. Each is taken in before
 * the position moves past it, so that a process that dies leaves none out; taking in knows what it has seen.
 */
export async function readMailbox(mailbox: Mailbox, ports: ReadMailboxPorts): Promise<number> {
  const taken = await ports.positions.take(mailbox, LEASE_MS);
  if (taken === undefined) return 0;
  let position = taken;
  try {
    const folder = await ports.server.open(mailbox);
    try {
      if (folder.uidValidity !== position.uidValidity) {
        position = { ...position, uidValidity: folder.uidValidity, lastUid: 0 };
      }
      return await readAll(mailbox, folder, position, ports);
    } finally {
      await folder.close();
    }
  } finally {
    await ports.positions.release(mailbox, position);
  }
}

async function readAll(
  mailbox: Mailbox,
  folder: MailFolder,
  start: MailboxPosition,
  { positions, receive, stopping }: ReadMailboxPorts,
): Promise<number> {
  let read = 0;
  for (const summary of await folder.list(start.lastUid)) {
    if (stopping()) break;
    const message = await fetchMail(mailbox, folder, summary);
    if (message !== undefined) await receive(message);
    const ours = await positions.advance(mailbox, { ...start, lastUid: summary.uid }, LEASE_MS);
    if (!ours) break;
    read += 1;
  }
  return read;
}

async function fetchMail(
  mailbox: Mailbox,
  folder: MailFolder,
  { uid, sizeBytes, receivedAt }: MailSummary,
): Promise<InboundMessage | undefined> {
  const tooLarge = sizeBytes > MESSAGE_BYTES_AT_MOST;
  const source = tooLarge ? await folder.fetchHeaders(uid) : await folder.fetch(uid);
  return source === undefined ? undefined : readMail(mailbox, { source, receivedAt, tooLarge });
}
