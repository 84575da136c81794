/** What a letter to a complainant is for. */
export const LETTER_PURPOSES = [
  'ACKNOWLEDGEMENT',
  'HANDLER_NAMED',
  'PROGRESS',
  'EXTENSION',
  'DECISION',
  'ANSWER',
  'REFUSAL_OF_ACCEPTANCE',
  'FORWARDED',
  'FOLLOW_UP',
] as const;
export type LetterPurpose = (typeof LETTER_PURPOSES)[number];

/** Languages in which letters are written. */
export const LETTER_LANGUAGES = ['zh-CN', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** How a letter travels. */
export const LETTER_MEDIA = ['EMAIL', 'SMS', 'CHAT'] as const;
export type LetterMedium = (typeof LETTER_MEDIA)[number];

/** FAILED: another attempt is planned. GIVEN_UP: none is, until a person asks for one. */
export const LETTER_STATES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'GIVEN_UP'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What an acknowledgement tells, in the terms of regulations (IN-08). */
export type Telling =
  'RECEIPT' | 'NUMBER' | 'HANDLER_NAME' | 'HANDLER_CONTACT' | 'PROCESS' | 'TIME_NODES' | 'EXPECTED_REPLY';

/** A letter that is to be sent. */
export interface NewLetter {
  readonly id: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly medium: LetterMedium;
  /** What asked for it; for one source a complaint has one letter. */
  readonly source: string;
  /** The reply of case handling whose text it carries. */
  readonly replyId?: string;
  readonly tells: readonly Telling[];
  /** What a person wrote, sealed by the complainant's key. */
  readonly sealedText?: Buffer;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** A letter as it goes out, whole. */
export interface LetterContent {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Where the content of a letter lies, as the key of its complainant names it. */
export function letterContentPlace(letterId: string): string {
  return `letter/${letterId}/content`;
}

/** Where the text that a person wrote for a letter lies. */
export function letterTextPlace(letterId: string): string {
  return `letter/${letterId}/text`;
}

/**
 * The Message-ID of a letter. It stays the same over all attempts, so that a receiver can drop what came twice; sent
 * again on a person's word, it is a new message.
 */
export function messageIdOf(letterId: string, round: number, domain: string): string {
  return `<letter.${letterId}.${round}@${domain}>`;
}

const OWN_MESSAGE_ID = /letter\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.\d{1,6}@/g;

/** The letters whose Message-IDs occur in a text; whether they exist, and where, is still to be looked up. */
export function lettersNamedIn(text: string): string[] {
  return [...new Set([...text.matchAll(OWN_MESSAGE_ID)].map(([, id]) => id ?? ''))].slice(0, 50);
}

/** The language for a customer, by their preferred one as BCP 47 tag. */
export function letterLanguage(preferred: string | undefined, otherwise: LetterLanguage): LetterLanguage {
  const primary = preferred?.toLowerCase().split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : otherwise;
}
