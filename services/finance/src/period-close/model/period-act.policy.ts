import { createHash } from 'node:crypto';
import { canonicalJson } from '@redress/kernel';
import type { JournalEntry } from '../../ledger/model/journal.model';
import type { Period } from '../../ledger/model/period.model';

export type PeriodActKind = 'CLOSED' | 'REOPENED';

/** A closing or re-opening: a link of the organisation's chain, which starts from zeros. */
export interface PeriodAct {
  readonly sequence: number;
  readonly period: Period;
  readonly kind: PeriodActKind;
  /** How many entries a closing sealed. */
  readonly entries: number;
  readonly entriesHash: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly reason?: string;
  /** Checks that found something and did not stand in the way. */
  readonly warnings: readonly { readonly check: string; readonly count: number; readonly acknowledged?: true }[];
  readonly actedBy: string;
  readonly actedAt: Date;
}

/** An entry as a closing seals it. */
export interface SealedEntry {
  readonly entryId: string;
  readonly digest: string;
}

/** What precedes the first act. */
export const BEFORE_ALL: Pick<PeriodAct, 'sequence' | 'hash'> = { sequence: 0, hash: '0'.repeat(64) };

/** SHA-256 of everything that was stored of an entry, with the month in which it stands. */
export function digestOf(entry: JournalEntry & { readonly period: Period }): string {
  return sha256(canonicalJson(entry));
}

/** The hash of the sealed entries, taken in the order of their ids. */
export function entriesHasher(): { add(entryId: string, digest: string): void; end(): string } {
  const hash = createHash('sha256');
  return {
    add: (entryId, digest) => void hash.update(`${entryId}:${digest}\n`),
    end: () => hash.digest('hex'),
  };
}

/** The act as the next link after another. */
export function linked(
  previous: Pick<PeriodAct, 'sequence' | 'hash'>,
  act: Omit<PeriodAct, 'sequence' | 'previousHash' | 'hash'>,
): PeriodAct {
  const unsealed = { ...act, sequence: previous.sequence + 1, previousHash: previous.hash };
  return { ...unsealed, hash: sha256(canonicalJson(unsealed)) };
}

/** Whether an act still is what it was when it was linked, and follows the one before it. */
export function isIntact(
  previous: Pick<PeriodAct, 'sequence' | 'hash'>,
  { hash, sequence: _, previousHash: __, ...act }: PeriodAct,
): boolean {
  return linked(previous, act).hash === hash;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
