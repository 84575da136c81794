import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** As whom a member of staff acts, as case handling tells it. */
export interface StaffStanding {
  readonly staffId: string;
  /** What is told of an older version comes too late. */
  readonly staffVersion: number;
  readonly subject: string;
  readonly parties: readonly string[];
  readonly unitId?: string;
  readonly absentUntil?: Date;
  readonly delegate?: string;
  readonly active: boolean;
}

/** A copy of what case handling knows of the staff. */
export interface StaffBook {
  /** Parties for which somebody acts: their own, and those of absent colleagues whose delegate they are. */
  partiesOf(reader: TenantReader, subject: string, now: Date): Promise<readonly string[]>;
  /** Whether somebody still works here; `undefined` for whom nothing is known of. */
  standingOf(reader: TenantReader, subject: string): Promise<Pick<StaffStanding, 'active'> | undefined>;
  keep(tx: TenantTransaction, standing: StaffStanding): Promise<void>;
}
