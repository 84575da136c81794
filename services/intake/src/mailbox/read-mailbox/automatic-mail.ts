import type { Headers, ParsedMail } from 'mailparser';
import type { Automatic } from '../../correspondence/receive-message/inbound-message.model';
import { lettersNamedIn } from '../../correspondence/model/letter.model';

const MACHINES = /^(auto-generated|auto-replied|auto-notified)/i;
const BULK = /^(bulk|list|junk|auto_reply)$/i;
const OF_THE_SERVER = /^(mailer-daemon|postmaster)@/i;

/** What a machine sent: an answering machine (RFC 3834), or a mail server about a letter of ours (RFC 3464). */
export function automaticMail(mail: ParsedMail, source: string): Automatic | undefined {
  const { headers } = mail;
  const report = reportOf(headers);
  if (report === 'delivery-status' || (isFromServer(mail) && lettersNamedIn(source).length > 0)) {
    const letterIds = lettersNamedIn(source);
    const action = /^Action:\s*(\w+)/im.exec(source)?.[1]?.toLowerCase() ?? 'failed';
    if (action === 'delayed' || action === 'delivered' || action === 'relayed') return { kind: 'DELAYED' };
    return {
      kind: 'BOUNCE',
      letterIds,
      status: /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(source)?.[1] ?? 'UNKNOWN',
    };
  }
  const automatic =
    report !== undefined ||
    MACHINES.test(textOf(headers, 'auto-submitted')) ||
    BULK.test(textOf(headers, 'precedence')) ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    isFromServer(mail);
  return automatic ? { kind: 'AUTO_REPLY' } : undefined;
}

function reportOf(headers: Headers): string | undefined {
  const type = headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  return type?.value?.toLowerCase() === 'multipart/report'
    ? (type.params?.['report-type'] ?? '').toLowerCase()
    : undefined;
}

function isFromServer(mail: ParsedMail): boolean {
  return OF_THE_SERVER.test(mail.from?.value[0]?.address ?? '');
}

function textOf(headers: Headers, name: string): string {
  const value = headers.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
