import { createHash } from 'node:crypto';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { InboundFile, InboundMessage } from '../../correspondence/receive-message/inbound-message.model';
import { lettersNamedIn } from '../../correspondence/model/letter.model';
import type { Mailbox } from '../model/mailbox-settings';
import { automaticMail } from './automatic-mail';

/** A message as it was fetched. */
export interface FetchedMail {
  readonly source: Buffer;
  readonly receivedAt: Date;
  /** Only its headers were fetched, because the rest is too long. */
  readonly tooLarge: boolean;
}

/** Reads a message. What cannot be read is kept for a person, so that it does not hold up those behind it. */
export async function readMail(
  mailbox: Mailbox,
  { source, receivedAt, tooLarge }: FetchedMail,
): Promise<InboundMessage> {
  const base = {
    tenantId: mailbox.tenant,
    source: `mailbox:${mailbox.id}`,
    channel: 'EMAIL' as const,
    medium: 'EMAIL' as const,
    receivedAt,
    ...(mailbox.category === undefined ? {} : { defaultCategory: mailbox.category }),
  };
  // Links within a page would be fetched by nobody, but need not be listed either; text is all that is kept of HTML.
  const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true }).catch(() => undefined);
  const address = mail?.from?.value[0]?.address?.trim();
  if (mail === undefined || address === undefined || address === '') {
    const key = createHash('sha256').update(source).digest();
    return { ...base, key, sender: {}, text: '', letterIds: [], files: [], unfit: 'UNREADABLE' };
  }
  const automatic = automaticMail(mail, source.toString('latin1'));
  const name = mail.from?.value[0]?.name;
  return {
    ...base,
    key: keyOf(mail),
    sender: { email: address, ...(name === undefined || name === '' ? {} : { name }) },
    ...(mail.subject === undefined ? {} : { subject: mail.subject.slice(0, 500) }),
    text: mail.text ?? '',
    letterIds: answeredLetters(mail),
    files: filesOf(mail),
    ...(automatic === undefined ? {} : { automatic }),
    ...(tooLarge ? { unfit: 'TOO_LARGE' as const } : {}),
  };
}

/** The same message again has the same Message-ID and says the same; the way it went, which differs, is left out. */
function keyOf(mail: ParsedMail): Buffer {
  const parts = [
    mail.messageId,
    mail.from?.text,
    dateOf(mail),
    mail.subject,
    mail.text,
    ...mail.attachments.map(({ checksum }) => checksum),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** The moment, or what stands for it where that is none: the parser then tells the present, another one each time. */
function dateOf({ date, headerLines }: ParsedMail): string | undefined {
  const line = headerLines.find(({ key }) => key === 'date')?.line ?? '';
  const written = line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return written !== '' && Number.isNaN(Date.parse(written)) ? written : date?.toISOString();
}

function answeredLetters({ inReplyTo, references }: ParsedMail): string[] {
  return lettersNamedIn([inReplyTo ?? '', ...[references ?? []].flat()].join(' '));
}

/** Pictures within the text come too: a photograph is often pasted. */
function filesOf({ attachments }: ParsedMail): InboundFile[] {
  return attachments.map(({ filename, contentType, content }) => ({
    fileName: filename ?? 'attachment',
    mediaType: contentType.toLowerCase(),
    content,
  }));
}
