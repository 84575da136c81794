import type { Money } from '@redress/kernel';
import type { PaperContent } from './paper-content.model';
import type { PaperKind, PaperSource } from './paper-kind.model';

/** A paper as it was drawn up. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly source: { readonly kind: PaperSource; readonly id: string };
  readonly settlementId?: string;
  readonly caseId?: string;
  readonly customerId?: string;
  readonly amount?: Money;
  readonly content: PaperContent;
  readonly contentSha256: string;
  /** An earlier paper of its kind, which is void since. */
  readonly supersedes?: string;
  readonly drawnUpAt: Date;
  readonly drawnUpBy: string;
  readonly voidedAt?: Date;
  /** One more than its marks. */
  readonly version: number;
}

export const MARK_KINDS = ['SIGNED', 'SEALED', 'HANDED_OUT', 'VOIDED'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something that happened to a paper after it was drawn up. */
export interface PaperMark {
  readonly position: number;
  readonly kind: MarkKind;
  /** The place that was signed, the copy that went out; empty when it concerns the whole paper. */
  readonly place: string;
  readonly by: string;
  readonly at: Date;
  /** The time as it is printed. */
  readonly localTime: string;
  readonly note?: string;
  readonly evidenceId?: string;
}

/** A number of a series without gaps: `CN2026-000001`. */
export interface DocumentNumber {
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  readonly text: string;
}

export function documentNumber(series: string, year: number, serial: number): DocumentNumber {
  return { series, year, serial, text: `${series}${year}-${serial.toString().padStart(6, '0')}` };
}
