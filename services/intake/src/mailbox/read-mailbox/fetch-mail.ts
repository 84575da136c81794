import type { MailFolder, MailSummary } from '../model/mail-server.client';
import { MESSAGE_BYTES_AT_MOST } from '../model/mailbox-settings';

/** Whether a message is longer than what is fetched whole. */
export function isTooLarge({ sizeBytes }: Pick<MailSummary, 'sizeBytes'>): boolean {
  return sizeBytes > MESSAGE_BYTES_AT_MOST;
}

/** What a message says, or its headers where it is too long; `undefined` when it is gone. */
export function fetchSource(
  folder: MailFolder,
  uid: number,
  { tooLarge }: { readonly tooLarge: boolean },
): Promise<Buffer | undefined> {
  return tooLarge ? folder.fetchHeaders(uid) : folder.fetch(uid);
}
