import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** A figure that a person recorded: so many of so many, for calendar days from the first to the last. */
export interface OutsideFigure {
  readonly id: string;
  readonly figure: string;
  readonly from: string;
  readonly until: string;
  readonly version: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly source: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Keeps every version of every outside figure. */
export interface OutsideFigures {
  /** The version that counts of each figure whose period ends on the day or before it, the latest period first. */
  until(reader: TenantReader, day: string): Promise<readonly OutsideFigure[]>;
  /** The version of one period that counts, held until the transaction ends. */
  lock(
    tx: TenantTransaction,
    key: Pick<OutsideFigure, 'figure' | 'from' | 'until'>,
  ): Promise<OutsideFigure | undefined>;
  /** Throws `OutsideFigureTaken` when somebody else has recorded that version first. */
  add(tx: TenantTransaction, figure: OutsideFigure): Promise<void>;
}

/** Another has recorded the version in the meantime. */
export class OutsideFigureTaken extends Error {}
