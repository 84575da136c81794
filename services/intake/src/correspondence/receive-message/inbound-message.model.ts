import type { Channel } from '@redress/contracts';
import type { LetterMedium } from '../model/letter.model';

/** A file that came with a message. */
export interface InboundFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Who wrote, as far as the channel tells; one of the three ways to reach them is there. */
export interface Sender {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The organisation's reference for an account of a chat. */
  readonly externalRef?: string;
}

/** What came from a machine and is no complaint: an answering machine, a letter that came back, or one that is late. */
export type Automatic =
  | { readonly kind: 'AUTO_REPLY' | 'DELAYED' }
  | { readonly kind: 'BOUNCE'; readonly letterIds: readonly string[]; readonly status: string };

/** A message from outside, over whatever channel, before anybody knows what it is about. */
export interface InboundMessage {
  readonly tenantId: string;
  /** What took it in, for example `mailbox:support` or `channel:sms`. */
  readonly source: string;
  /** SHA-256 of what makes it the same message again. */
  readonly key: Buffer;
  readonly channel: Channel;
  readonly medium: LetterMedium;
  readonly sender: Sender;
  readonly subject?: string;
  readonly text: string;
  readonly receivedAt: Date;
  /** Our letters that it answers. */
  readonly letterIds: readonly string[];
  /** SHA-256 of the conversation that it is part of, where the channel has such. */
  readonly conversation?: Buffer;
  readonly files: readonly InboundFile[];
  readonly automatic?: Automatic;
  /** Why it cannot be more than kept, known before it was looked at. */
  readonly unfit?: UnroutedReason;
  /** The category of what nothing else tells the category of. */
  readonly defaultCategory?: string;
}

/** Why a message is kept for a person without an attempt to register it. */
export type UnroutedReason = 'TOO_LARGE' | 'UNREADABLE';

/** What became of a message; of one that waited its sender may have been erased. */
export type InboundState = 'REGISTERED' | 'THREADED' | 'UNROUTED' | 'AUTOMATIC' | 'ERASED';

/** What a message is kept as for a person to decide. Files are named by the address of their content. */
export interface KeptMessage {
  readonly sender: Sender;
  readonly subject?: string;
  readonly text: string;
  readonly medium: LetterMedium;
  readonly files: readonly KeptFile[];
}

/** A file whose content lies in the store of attachments. */
export interface KeptFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Where a kept message lies, as its own key names it. */
export const KEPT_PLACE = 'message';

/** Where the content of a message on a complaint lies, as the key of the complainant names it. */
export function correspondencePlace(id: string): string {
  return `correspondence/${id}`;
}

const LONGEST_TEXT = 30_000;
const CUT = '\n[…]';

/** A text that fits into a complaint; what is too long is cut, visibly. */
export function fitting(text: string): string {
  return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT - CUT.length) + CUT;
}

const CANDIDATE = /[\p{L}\p{N}](?:[\p{L}\p{N}/_.-]{2,62})[\p{L}\p{N}]/gu;

/** What in a subject or a short text may be the number of a complaint; at least one digit, at most twenty of them. */
export function possibleNumbers(text: string): string[] {
  const found = text.slice(0, 1_000).match(CANDIDATE) ?? [];
  return [...new Set(found.filter((part) => /\d/.test(part)))].slice(0, 20);
}
