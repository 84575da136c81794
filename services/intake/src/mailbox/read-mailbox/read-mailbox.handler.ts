import type { MailFolder, MailServerClient } from '../model/mail-server.client';
import type { MailboxPositions } from '../model/mailbox-position.repository';
import type { Mailbox, MailboxPosition } from '../model/mailbox-settings';
import { takeMail, type TakeMailPorts } from './take-mail.handler';

/** What reading a mailbox needs around it. */
export interface ReadMailboxPorts extends TakeMailPorts {
  readonly server: MailServerClient;
  readonly positions: MailboxPositions;
  /** Tries again what a person took out of the quarantine. */
  readonly retry: (mailbox: Mailbox, folder: MailFolder) => Promise<void>;
  /** Whether the process is about to end. */
  readonly stopping: () => boolean;
}

const LEASE_MS = 300_000;
/** A mailbox with a long past leaves the others their turn. */
export const READ_AT_ONCE = 100;

/**
 * Takes in what has come since the mailbox was read last, {@link READ_AT_ONCE} at most; answers how many messages that were. Each is taken in, or set
 * aside, before the position moves past it, so that a process that dies leaves none out; taking in knows what it has seen.
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
      await ports.retry(mailbox, folder);
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
  ports: ReadMailboxPorts,
): Promise<number> {
  let read = 0;
  for (const summary of (await folder.list(start.lastUid)).slice(0, READ_AT_ONCE)) {
    if (ports.stopping()) break;
    const attempts = attemptsAt(start, summary.uid) + 1;
    const attempted = { uidValidity: start.uidValidity, uid: summary.uid, attempts };
    if (!(await ports.positions.begin(mailbox, { ...start, attempted }, LEASE_MS))) break;
    await takeMail(mailbox, folder, { summary, attempts }, ports);
    if (!(await ports.positions.advance(mailbox, { ...start, lastUid: summary.uid }, LEASE_MS))) break;
    read += 1;
  }
  return read;
}

/** How often a message was begun before; only the first of those that are left can have been. */
function attemptsAt({ uidValidity, attempted }: MailboxPosition, uid: number): number {
  return attempted.uidValidity === uidValidity && attempted.uid === uid ? attempted.attempts : 0;
}
