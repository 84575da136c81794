import type { Money } from '@redress/kernel';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { KeptOnTheSpot } from './on-the-spot.model';

/** The slips of a month that were passed on together. */
export interface SlipTransfer {
  readonly id: string;
  readonly month: string;
  readonly slips: number;
  readonly totals: readonly Money[];
  readonly transferredAt: Date;
  readonly transferredBy: string;
}

/** The slips of a month before they are passed on. */
export type MonthOfSlips = Pick<SlipTransfer, 'slips' | 'totals'>;

/** What was settled on the spot. */
export interface OnTheSpotBook {
  enterAtCommit(tx: TenantTransaction, settlement: KeptOnTheSpot, key: SubjectKey): void;
  /** What a customer was given on the spot since a moment; whoever else settles with them waits for the end of it. */
  lockGivenSince(tx: TenantTransaction, customerId: string, since: Date): Promise<readonly Money[]>;
  countMonth(tx: TenantTransaction, month: string): Promise<MonthOfSlips>;
  /** Passes the slips of a month on; answers false when that has been done. */
  transfer(tx: TenantTransaction, transfer: SlipTransfer): Promise<boolean>;
  findTransfer(reader: TenantReader, month: string): Promise<SlipTransfer | undefined>;
}
