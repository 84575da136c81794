import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Period } from '../../ledger/model/period.model';
import type { AccountingPeriod } from './accounting-period.model';
import type { PeriodAct, SealedEntry } from './period-act.policy';

/** Months of the books and what was done with them. */
export interface AccountingPeriodRepository {
  /** Opens the month if nobody booked in it yet, and waits until everybody who books in it has committed. */
  lock(tx: TenantTransaction, period: Period): Promise<AccountingPeriod>;
  save(tx: TenantTransaction, period: AccountingPeriod): Promise<void>;
  /** The earliest month before it that is not closed. */
  earliestOpenBefore(reader: TenantReader, period: Period): Promise<Period | undefined>;
  lastAct(reader: TenantReader): Promise<PeriodAct | undefined>;
  /** Throws `ChainMovedOn` when another act was linked to the same one first. */
  addAct(tx: TenantTransaction, act: PeriodAct): Promise<void>;
  addSealed(tx: TenantTransaction, sequence: number, entries: readonly SealedEntry[]): Promise<void>;
  /** The digests of the entries of a month as they are now, in the order of their ids, a page at a time. */
  digests(reader: TenantReader, period: Period): AsyncIterable<readonly SealedEntry[]>;
}

/** Somebody closed or opened another month meanwhile; trying again links to that act. */
export class ChainMovedOn extends Error {
  constructor() {
    super('another month was closed or opened meanwhile');
    this.name = 'ChainMovedOn';
  }
}
