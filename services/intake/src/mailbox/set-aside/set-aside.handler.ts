import type { Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { simpleParser } from 'mailparser';
import type { Mailbox } from '../model/mailbox-settings';
import type { Quarantine } from '../model/quarantine.repository';
import type { FailedMail, MailHeading } from '../model/quarantined-mail.model';

/** What setting a mail aside needs around it. */
export interface SetAsidePorts {
  readonly database: Database;
  readonly quarantine: Quarantine;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
}

const HEADING_BYTES = 32 * 1024;
const SUBJECT_LENGTH = 500;
const ADDRESS_LENGTH = 254;

/** Sets a mail aside with what it says, so that those behind it come in and a person can decide of it. */
export async function setAside(
  mailbox: Mailbox,
  mail: FailedMail,
  { database, quarantine, clock, newId, logger }: SetAsidePorts,
): Promise<void> {
  const heading = mail.source === undefined ? {} : await headingOf(mail.source);
  const entry = { ...mail, id: newId(), mailbox: mailbox.id, heading, at: clock.now() };
  await database.transaction(mailbox.tenant, (tx) => quarantine.enter(tx, entry));
  const { error, attempts } = mail;
  logger.warn({ mailbox: mailbox.id, tenantId: mailbox.tenant, error, attempts }, 'a mail was set aside');
}

/** Its headers alone are looked at, and only so much of them: reading all of it is what failed. */
async function headingOf(source: Buffer): Promise<MailHeading> {
  const end = source.indexOf('\r\n\r\n');
  const headers = source.subarray(0, Math.min(end < 0 ? HEADING_BYTES : end, HEADING_BYTES));
  const mail = await simpleParser(Buffer.concat([headers, Buffer.from('\r\n\r\n')])).catch(() => undefined);
  const from = mail?.from?.value[0]?.address;
  return {
    ...(from === undefined || from === '' ? {} : { from: from.slice(0, ADDRESS_LENGTH) }),
    ...(mail?.subject === undefined ? {} : { subject: mail.subject.slice(0, SUBJECT_LENGTH) }),
  };
}
