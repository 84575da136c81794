import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** As whom a member of staff acts, as case handling tells it. */
export interface StaffStanding {
  readonly staffId: string;
  /** What is told of an older version comes too late. */
  readonly staffVersion: number;
  readonly subject: string;
  /** Parties of the regulation to which the person is appointed. */
  readonly parties: readonly string[];
  readonly unitId?: string;
  readonly absentUntil?: Date;
  /** Subject of the colleague who stands in during an absence. */
  readonly delegate?: string;
  readonly active: boolean;
}

/** The standing of members of staff. */
export interface StaffStandings {
  keep(tx: TenantTransaction, standing: StaffStanding): Promise<void>;
  /** The person, and the absent colleagues for whom the person stands in at the moment; only those who have not left. */
  actingAs(reader: TenantReader, subject: string, at: Date): Promise<readonly StaffStanding[]>;
  /** Everybody who is appointed to one of the parties, and their delegates. */
  membersOf(reader: TenantReader, parties: readonly string[]): Promise<readonly StaffStanding[]>;
}
