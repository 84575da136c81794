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

/** A complainant is answered over the way they came by, if that can carry a letter, and by e-mail otherwise. */
export function addresseeOf(identity: Identity | undefined, channel: Channel): Addressee | undefined {
  const { email, phone, externalRef } = identity ?? {};
  const chat = externalRef?.startsWith(CHAT_REFERENCE) === true ? externalRef.slice(CHAT_REFERENCE.length) : undefined;
  if (channel === 'SMS' && phone !== undefined) return { medium: 'SMS', address: phone };
  if ((channel === 'CHAT' || channel === 'SOCIAL_MEDIA') && chat !== undefined) {
    return { medium: 'CHAT', address: chat };
  }
  return email === undefined ? undefined : { medium: 'EMAIL', address: email };
}

/** The address of a complainant for a letter whose medium is decided. */
export function addressFor(identity: Identity | undefined, medium: LetterMedium): string | undefined {
  const channel: Record<LetterMedium, Channel> = { EMAIL: 'EMAIL', SMS: 'SMS', CHAT: 'CHAT' };
  const found = addresseeOf(identity, channel[medium]);
  return found?.medium === medium ? found.address : undefined;
}

/** As much of an address as staff need to recognise it. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${[...address][0] ?? ''}***${address.slice(at)}`;
  const signs = [...address];
  return signs.length <= 4 ? '***' : `${signs.slice(0, 2).join('')}***${signs.slice(-2).join('')}`;
}
