import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { LetterFile } from './letter-file.repository';
import type { LetterMedium, LetterPurpose, LetterState, NewLetter } from './letter.model';

/** A letter that one worker may send now. */
export interface LeasedLetter {
  readonly tenantId: string;
  readonly letterId: string;
  readonly lease: string;
}

/** How an attempt ended. */
export interface Attempt {
  readonly at: Date;
  /** Absent when the carrier took the letter. */
  readonly error?: string;
  /** After how many milliseconds the next attempt is due; absent when there is none. */
  readonly retryInMs?: number;
}

/** The letters of an organisation, until a carrier has taken them and after. */
export interface LetterOutbox {
  /** Enters a letter that can be sent at once; one from the same source already stays as it is. Tells whether it is new. */
  enter(tx: TenantTransaction, letter: NewLetter): Promise<boolean>;
  /** Takes letters that are due, by the database's clock, for the media that have a carrier. */
  lease(media: readonly LetterMedium[], limit: number, leaseMs: number): Promise<LeasedLetter[]>;
  find(reader: TenantReader, letterId: string): Promise<LetterFile | undefined>;
  /** Keeps the content, so that every attempt sends the same; false when the lease was lost. */
  keepContent(tx: TenantTransaction, leased: LeasedLetter, sealed: Buffer): Promise<boolean>;
  /** Records an attempt; false when the lease was lost, and another has taken over. */
  record(tx: TenantTransaction, leased: LeasedLetter, attempt: Attempt): Promise<boolean>;
  lock(tx: TenantTransaction, letterId: string): Promise<{ state: LetterState; version: number } | undefined>;
  /** Has a letter written and sent anew, as another message. */
  queueAgain(tx: TenantTransaction, letterId: string): Promise<void>;
  /** Marks a letter that came back; answers what it was for, `undefined` when there is none that was sent. */
  comeBack(tx: TenantTransaction, letterId: string, error: string, at: Date): Promise<LetterPurpose | undefined>;
}
