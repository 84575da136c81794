import type { InboundMessage } from '../../correspondence/receive-message/inbound-message.model';
import type { MailFolder, MailSummary } from '../model/mail-server.client';
import type { Mailbox } from '../model/mailbox-settings';
import { failureKind, type FailedMail } from '../model/quarantined-mail.model';
import { fetchSource, isTooLarge } from './fetch-mail';
import { readMail } from './read-mail';

/** What taking in one message of a mailbox needs around it. */
export interface TakeMailPorts {
  readonly receive: (message: InboundMessage) => Promise<unknown>;
  readonly setAside: (mailbox: Mailbox, mail: FailedMail) => Promise<void>;
}

/** What failed so often fails always; until then the mailbox waits, as what is down for everything may come back. */
export const ATTEMPTS_AT_MOST = 5;
/** So many attempts that told of no failure have each ended the process: the message is not looked at any more. */
const DEATHS_AT_MOST = 2 * ATTEMPTS_AT_MOST;

/**
 * Takes in a message; one that fails for the last time is set aside. Throws what went wrong before that, and when it
 * cannot even be set aside: the mailbox is then read again from here.
 */
export async function takeMail(
  mailbox: Mailbox,
  folder: MailFolder,
  { summary, attempts }: { readonly summary: MailSummary; readonly attempts: number },
  { receive, setAside }: TakeMailPorts,
): Promise<void> {
  const { uid, receivedAt, sizeBytes } = summary;
  const tooLarge = isTooLarge(summary);
  const mail = { uidValidity: folder.uidValidity, uid, receivedAt, sizeBytes, tooLarge, attempts };
  const deadly = attempts > DEATHS_AT_MOST;
  let source: Buffer | undefined;
  try {
    // Fetching may be what ends the process, so the message is left where it is in the end.
    if (attempts <= DEATHS_AT_MOST + 1) source = await fetchSource(folder, uid, { tooLarge });
    if (deadly) return await setAside(mailbox, { ...mail, source, error: 'PROCESS_ENDED' });
    if (source !== undefined) await receive(await readMail(mailbox, { source, receivedAt, tooLarge }));
  } catch (error) {
    if (attempts < ATTEMPTS_AT_MOST || deadly) throw error;
    await setAside(mailbox, { ...mail, source, error: failureKind(error) });
  }
}
