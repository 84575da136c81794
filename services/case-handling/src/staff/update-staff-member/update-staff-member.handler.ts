import { accept, refuse, type Actor } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult } from '@redress/persistence';
import { present } from '../../complaint-case/model/present-members.model';
import { staffStandingChangedEvent } from '../../published/staff-standing-changed.publication';
import type { StaffRefusalCode } from '../model/staff.errors';
import type { StaffMember } from '../model/staff-member.model';
import { unfitMember } from '../model/staff.rules';
import { UNKNOWN_UNIT, type StaffDependencies } from '../register-staff-member/register-staff-member.handler';
import type { StaffChanges, UpdateStaffMember } from './update-staff-member.command';
import { unfitAbsence } from '../register-staff-member/check-absence.handler';

/** Changes a member of staff. Cases that were given to somebody who is no longer active stay theirs until reassigned. */
export function updateStaffMember(
  { database, staff, adoptions, units, clock, newId }: StaffDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: UpdateStaffMember,
): Promise<CommandResult<{ readonly staffMemberId: string }, StaffRefusalCode>> {
  const { staffMemberId, expectedVersion, changes } = command;
  return executeCommand(
    database,
    { tenantId, subject, operation: 'updateStaffMember', idempotencyKey, request: command },
    async (tx) => {
      const found = staffMemberId === undefined ? undefined : await staff.byId(tx, staffMemberId);
      if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'staffMemberId'] });
      if (found.version !== expectedVersion) {
        return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: found.version } });
      }
      const changed = changedMember(found, changes);
      const [first, ...others] = unfitMember(changed);
      if (first !== undefined) return refuse(first, ...others);
      const { unitId } = changed;
      if (unitId !== undefined && unitId !== found.unitId && !(await units.isKnown(tx, unitId))) {
        return refuse(UNKNOWN_UNIT);
      }
      const absence = await unfitAbsence(tx, changed, { staff, adoptions, now: clock.now() });
      if (absence !== undefined) return refuse(absence);
      await staff.save(tx, changed);
      const told = staffStandingChangedEvent(changed, found.version + 1, clock.now());
      await appendEvents(tx, { id: newId(), version: 1 }, [told]);
      return accept({ staffMemberId: found.id });
    },
  );
}

function changedMember(found: StaffMember, changes: StaffChanges): StaffMember {
  return present({ ...found, ...changes }) as unknown as StaffMember;
}
