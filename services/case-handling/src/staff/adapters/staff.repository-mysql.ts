import { isDuplicateKey } from '@redress/persistence';
import type { StaffRepository } from '../model/staff.repository';
import { standingOf } from '../view-staff/parties-of.query';
import { changeableColumns, restoredMember } from './staff-member.mapper';
import { StaffMemberRow } from './staff-member.row';

/** Staff in MySQL. */
export function mysqlStaff(): StaffRepository {
  return {
    standingOf,

    async bySubject(tx, subject) {
      const row = await tx.rows(StaffMemberRow).findOne({ subject });
      return row === undefined ? undefined : restoredMember(row);
    },

    async byId(tx, id) {
      const row = await tx.rows(StaffMemberRow).findOne({ id }, { lock: 'update' });
      return row === undefined ? undefined : restoredMember(row);
    },

    async add(tx, { id, version, subject, ...changeable }, registeredAt) {
      try {
        const row = { id, version, subject, registered_at: registeredAt, ...changeableColumns(changeable) };
        await tx.rows(StaffMemberRow).insert(row);
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'one_per_subject')) return false;
        throw error;
      }
    },

    async save(tx, { id, version, ...changeable }) {
      await tx
        .rows(StaffMemberRow)
        .updateVersioned({ id, expectedVersion: version, patch: changeableColumns(changeable) });
    },
  };
}
