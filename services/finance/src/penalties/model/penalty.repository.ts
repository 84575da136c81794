import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { DeductionStandard, FallsOn, Penalty } from './penalty.model';

/** Penalties, and what they cost. */
export interface PenaltyRepository {
  add(tx: TenantTransaction, penalty: Penalty): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<Penalty | undefined>;
  /** The approved penalties that are to be taken from the bonus of a month, locked. */
  lockDeductible(tx: TenantTransaction, bonusPeriod: string): Promise<Penalty[]>;
  save(tx: TenantTransaction, penalty: Penalty): Promise<void>;
  /** Says of locked ones that they were taken from the bonus. */
  deduct(tx: TenantTransaction, ids: readonly string[]): Promise<void>;
  setStandard(tx: TenantTransaction, standard: DeductionStandard): Promise<void>;
  /** What a sanction costs on a day. */
  standardOn(
    reader: TenantReader,
    sanction: string,
    fallsOn: FallsOn,
    day: string,
  ): Promise<DeductionStandard | undefined>;
}
