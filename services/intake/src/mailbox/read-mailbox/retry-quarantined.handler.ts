import type { Database } from '@redress/persistence';
import type { MailFolder } from '../model/mail-server.client';
import type { Mailbox } from '../model/mailbox-settings';
import { failureKind, type RetriedMail } from '../model/quarantined-mail.model';
import type { Quarantine } from '../model/quarantine.repository';
import { fetchSource } from './fetch-mail';
import { readMail } from './read-mail';
import type { TakeMailPorts } from './take-mail.handler';

/** What trying again needs around it. */
export interface RetryPorts extends Pick<TakeMailPorts, 'receive'> {
  readonly database: Database;
  readonly quarantine: Quarantine;
}

const AT_ONCE = 20;

/** The mail is neither kept here nor in its mailbox any more. */
class MailGone extends Error {
  readonly code = 'MAIL_GONE';
}

/** Tries the mails of a mailbox again that a person asked for, each once; one that fails waits for a person again. */
export async function retryQuarantined(mailbox: Mailbox, folder: MailFolder, ports: RetryPorts): Promise<void> {
  const { database, quarantine, receive } = ports;
  for (const mail of await quarantine.toRetry(database.reader(mailbox.tenant), mailbox.id, AT_ONCE)) {
    await database.transaction(mailbox.tenant, (tx) => quarantine.begin(tx, mail.id));
    try {
      const source = await sourceOf(mailbox, folder, mail, ports);
      await receive(await readMail(mailbox, { source, receivedAt: mail.receivedAt, tooLarge: mail.tooLarge }));
    } catch (error) {
      await database.transaction(mailbox.tenant, (tx) => quarantine.fail(tx, mail.id, failureKind(error)));
      continue;
    }
    await database.transaction(mailbox.tenant, (tx) => quarantine.settle(tx, mail.id));
  }
}

/** The copy that was kept, else the message in its mailbox, if that is still numbered as it was. */
async function sourceOf(
  mailbox: Mailbox,
  folder: MailFolder,
  { id, uid, uidValidity, tooLarge, kept }: RetriedMail,
  { database, quarantine }: RetryPorts,
): Promise<Buffer> {
  const numbered = folder.uidValidity === uidValidity;
  const source = kept
    ? await quarantine.contentOf(database.reader(mailbox.tenant), id)
    : await (numbered ? fetchSource(folder, uid, { tooLarge }) : undefined);
  if (source === undefined) throw new MailGone();
  return source;
}
