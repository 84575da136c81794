import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Standing } from './standing.model';
import type { StaffMember } from './staff-member.model';

/** Where the staff of an organisation are kept. */
export interface StaffRepository {
  bySubject(tx: TenantTransaction, subject: string): Promise<StaffMember | undefined>;
  /** The member, locked until the transaction ends. */
  byId(tx: TenantTransaction, id: string): Promise<StaffMember | undefined>;
  /** As whom a person acts, also in the place of absent colleagues; for no party, where somebody is not registered. */
  standingOf(reader: TenantReader, subject: string, now: Date): Promise<Standing>;
  /** Stores a new member; answers false when the subject is registered already. */
  add(tx: TenantTransaction, member: StaffMember, registeredAt: Date): Promise<boolean>;
  /** Stores a member that was changed; the version given is the one before. */
  save(tx: TenantTransaction, member: StaffMember): Promise<void>;
}
