import type { Role } from '@redress/kernel';
import { present } from '../../complaint-case/model/present-members.model';
import type { StaffMember } from '../model/staff-member.model';
import type { StaffMemberRow } from './staff-member.row';

/** The columns of a member that can change. */
export function changeableColumns(member: Omit<StaffMember, 'id' | 'version' | 'subject'>) {
  return {
    name: member.name,
    roles: JSON.stringify(member.roles),
    parties: JSON.stringify(member.parties),
    territories: JSON.stringify(member.territories),
    unit_id: member.unitId ?? null,
    contact_phone: member.contact?.phone ?? null,
    contact_email: member.contact?.email ?? null,
    absent_until: member.absentUntil ?? null,
    delegate: member.delegate ?? null,
    capacity: member.capacity ?? null,
    active: member.active,
  };
}

/** The member behind a row. */
export function restoredMember(row: Omit<StaffMemberRow, 'tenant_id' | 'registered_at'>): StaffMember {
  const { id, version, subject, name, active } = row;
  const contact = present({ phone: row.contact_phone, email: row.contact_email });
  return {
    ...{ id, version, subject, name, active },
    roles: JSON.parse(row.roles) as Role[],
    parties: JSON.parse(row.parties) as string[],
    territories: JSON.parse(row.territories) as string[],
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
    ...present({
      unitId: row.unit_id,
      absentUntil: row.absent_until,
      delegate: row.delegate,
      capacity: row.capacity,
    }),
  };
}
