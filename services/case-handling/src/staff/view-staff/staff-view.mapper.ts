import { toGlobalId } from '@redress/graphql-runtime';
import type { Role } from '@redress/kernel';
import { StaffMember } from './staff-member.gql';
import type { StoredStaffMember } from './staff-rows.query';

/** A member of staff in the graph. */
export function toStaffMember(stored: StoredStaffMember): StaffMember {
  return Object.assign(new StaffMember(), {
    id: toGlobalId('StaffMember', stored.id),
    subject: stored.subject,
    name: stored.name,
    roles: JSON.parse(stored.roles) as Role[],
    unitId: stored.unit_id,
    active: Boolean(stored.active),
    version: stored.version,
  });
}
