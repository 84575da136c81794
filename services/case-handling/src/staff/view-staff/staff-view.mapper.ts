import { toGlobalId } from '@redress/graphql-runtime';
import type { Role } from '@redress/kernel';
import type { StaffMember as StaffMemberModel } from '../model/staff-member.model';
import { StaffMember, type WorkContact } from './staff-member.gql';
import type { StoredStaffMember } from './staff-rows.query';

/** A member of staff in the graph. */
export function toStaffMember(stored: StoredStaffMember): StaffMember {
  return Object.assign(new StaffMember(), {
    id: toGlobalId('StaffMember', stored.id),
    subject: stored.subject,
    name: stored.name,
    roles: JSON.parse(stored.roles) as Role[],
    parties: JSON.parse(stored.parties) as string[],
    territories: JSON.parse(stored.territories) as string[],
    unitId: stored.unit_id,
    contact: contactOf(stored),
    absentUntil: stored.absent_until,
    delegate: stored.delegate,
    capacity: stored.capacity,
    active: Boolean(stored.active),
    version: stored.version,
  });
}

function contactOf({ contact_phone: phone, contact_email: email }: StoredStaffMember): WorkContact | null {
  return phone === null && email === null ? null : { phone, email };
}

/** A member of staff as decisions know it, in the graph. */
export function staffMemberOf(member: StaffMemberModel): StaffMember {
  const { unitId, contact, absentUntil, delegate, capacity } = member;
  return Object.assign(new StaffMember(), member, {
    id: toGlobalId('StaffMember', member.id),
    unitId: unitId ?? null,
    contact: contact === undefined ? null : { phone: contact.phone ?? null, email: contact.email ?? null },
    absentUntil: absentUntil ?? null,
    delegate: delegate ?? null,
    capacity: capacity ?? null,
  });
}
