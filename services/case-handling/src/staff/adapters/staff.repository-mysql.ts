import type { Role } from '@redress/kernel';
import { isDuplicateKey } from '@redress/persistence';
import type { StaffMember } from '../model/staff-member.model';
import type { StaffRepository } from '../model/staff.repository';
import { StaffMemberRow } from './staff-member.row';

/** Staff in MySQL. */
export function mysqlStaff(): StaffRepository {
  return {
    async bySubject(tx, subject) {
      return restored(await tx.rows(StaffMemberRow).findOne({ subject }));
    },

    async byId(tx, id) {
      return restored(await tx.rows(StaffMemberRow).findOne({ id }, { lock: 'update' }));
    },

    async add(tx, { id, version, subject, ...changeable }, registeredAt) {
      try {
        const row = { id, version, subject, registered_at: registeredAt, ...columns(changeable) };
        await tx.rows(StaffMemberRow).insert(row);
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'one_per_subject')) return false;
        throw error;
      }
    },

    async save(tx, { id, version, ...changeable }) {
      await tx.rows(StaffMemberRow).updateVersioned({ id, expectedVersion: version, patch: columns(changeable) });
    },
  };
}

function columns({ name, roles, unitId, active }: Pick<StaffMember, 'name' | 'roles' | 'unitId' | 'active'>) {
  return { name, roles: JSON.stringify(roles), unit_id: unitId ?? null, active };
}

function restored(row: StaffMemberRow | undefined): StaffMember | undefined {
  if (row === undefined) return undefined;
  const { id, version, subject, name, active } = row;
  return {
    id,
    version,
    subject,
    name,
    active,
    roles: JSON.parse(row.roles) as Role[],
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
  };
}
