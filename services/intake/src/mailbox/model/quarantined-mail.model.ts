/** What became of a mail that was set aside. `AGAIN` waits for the next look into its mailbox. */
export const QUARANTINE_STATES = ['WAITING', 'AGAIN', 'TAKEN_IN', 'DISMISSED', 'ERASED'] as const;
export type QuarantineState = (typeof QUARANTINE_STATES)[number];

/** What a person needs to know of a mail without opening it. */
export interface MailHeading {
  readonly from?: string;
  readonly subject?: string;
}

/** A mail that could not be taken in, as it is set aside. */
export interface FailedMail {
  readonly uidValidity: bigint;
  readonly uid: number;
  readonly receivedAt: Date;
  readonly sizeBytes: number;
  /** Only its headers were fetched, because the rest is too long. */
  readonly tooLarge: boolean;
  /** Absent where the mail server would not give it out: then it lies in the mailbox only. */
  readonly source: Buffer | undefined;
  readonly attempts: number;
  /** The kind of the last failure, as {@link failureKind} tells it. */
  readonly error: string;
}

/** A mail in quarantine that is to be tried again. */
export interface RetriedMail {
  readonly id: string;
  readonly uidValidity: bigint;
  readonly uid: number;
  readonly receivedAt: Date;
  readonly tooLarge: boolean;
  /** Whether its content was kept here. */
  readonly kept: boolean;
}

/** A mail in quarantine, locked for a decision. */
export interface LockedMail {
  readonly id: string;
  readonly mailbox: string;
  readonly state: QuarantineState;
  readonly version: number;
}

const KIND = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** The kind of a failure alone: what an error says may quote the mail. */
export function failureKind(error: unknown): string {
  const { code, name } = Object(error) as { readonly code?: unknown; readonly name?: unknown };
  return [code, name].find((each): each is string => typeof each === 'string' && KIND.test(each)) ?? 'UNKNOWN';
}
