import type { StaffMember } from '../model/staff-member.model';

/** What changes about a member of staff; what is absent stays. */
export interface UpdateStaffMember {
  /** Absent when the caller gave an id that cannot be one. */
  readonly staffMemberId: string | undefined;
  readonly expectedVersion: number;
  readonly changes: Partial<Pick<StaffMember, 'name' | 'roles' | 'unitId' | 'active'>>;
}
