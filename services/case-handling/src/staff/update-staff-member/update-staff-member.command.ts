import type { StaffMember } from '../model/staff-member.model';

type Changeable = Omit<StaffMember, 'id' | 'version' | 'subject'>;

/** The members that change; null takes the value away. */
export type StaffChanges = { readonly [Key in keyof Changeable]?: Changeable[Key] | null };

/** What changes about a member of staff; what is absent stays. */
export interface UpdateStaffMember {
  /** Absent when the caller gave an id that cannot be one. */
  readonly staffMemberId: string | undefined;
  readonly expectedVersion: number;
  readonly changes: StaffChanges;
}
