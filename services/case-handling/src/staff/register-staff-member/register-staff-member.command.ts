import type { StaffMember } from '../model/staff-member.model';

/** Makes a person known to whom cases can be given. */
export type RegisterStaffMember = Omit<StaffMember, 'id' | 'version' | 'active'>;
