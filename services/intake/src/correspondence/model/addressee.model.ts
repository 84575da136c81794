import type { Channel } from '@redress/contracts';
import type { Identity } from '../../customer/model/customer.model';
import type { LetterMedium } from './letter.model';

/** External references of people who are known by an account of a chat only begin so. */
export const CHAT_REFERENCE = 'chat:';

/** Where a complainant is reached and how; `undefined` when the organisation knows of no way. */
export interface Addressee {
  readonly medium: LetterMedium;
  readonly address: string;
}

/**
 * A complainant is answered as somebody asked for, if that can be; otherwise over the way they came by, if that carries
 * letters; otherwise by e-mail.
 */
export function addresseeOf(
  identity: Identity | undefined,
  channel: Channel,
  asked?: LetterMedium,
): Addressee | undefined {
  const wanted = [asked, MEDIUM_OF[channel], 'EMAIL' as const];
  for (const medium of wanted) {
    const address = medium === undefined ? undefined : addressFor(identity, medium);
    if (medium !== undefined && address !== undefined) return { medium, address };
  }
  return undefined;
}

const MEDIUM_OF: Partial<Record<Channel, LetterMedium>> = { SMS: 'SMS', CHAT: 'CHAT', SOCIAL_MEDIA: 'CHAT' };

/** The address of a complainant for a letter whose medium is decided. */
export function addressFor(identity: Identity | undefined, medium: LetterMedium): string | undefined {
  const { email, phone, externalRef } = identity ?? {};
  switch (medium) {
    case 'EMAIL':
      return email;
    case 'SMS':
      return phone;
    case 'CHAT':
      return externalRef?.startsWith(CHAT_REFERENCE) === true ? externalRef.slice(CHAT_REFERENCE.length) : undefined;
  }
}

/** As much of an address as staff need to recognise it. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${[...address][0] ?? ''}***${address.slice(at)}`;
  const signs = [...address];
  return signs.length <= 4 ? '***' : `${signs.slice(0, 2).join('')}***${signs.slice(-2).join('')}`;
}
