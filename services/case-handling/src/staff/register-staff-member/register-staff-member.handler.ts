import { accept, refuse, type Actor, type Clock } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { AdoptionRepository } from '../../adoption/model/adoption.repository';
import type { UnitRepository } from '../../organisation/model/unit.repository';
import { staffStandingChangedEvent } from '../../published/staff-standing-changed.publication';
import type { StaffRefusalCode } from '../model/staff.errors';
import type { StaffRepository } from '../model/staff.repository';
import { unfitMember } from '../model/staff.rules';
import type { RegisterStaffMember } from './register-staff-member.command';
import { unfitAbsence } from './check-absence.handler';

/** A member of staff belongs to a unit of the organisation, or to none. */
export const UNKNOWN_UNIT = { code: 'CASE_UNIT_UNKNOWN', path: ['input', 'unitId'] } as const;

export interface StaffDependencies {
  readonly database: Database;
  readonly staff: StaffRepository;
  readonly adoptions: AdoptionRepository;
  readonly units: Pick<UnitRepository, 'isKnown'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Registers a member of staff, once for each subject. */
export function registerStaffMember(
  { database, staff, adoptions, units, clock, newId }: StaffDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: RegisterStaffMember,
): Promise<CommandResult<{ readonly staffMemberId: string }, StaffRefusalCode>> {
  return executeCommand(
    database,
    { tenantId, subject, operation: 'registerStaffMember', idempotencyKey, request: command },
    async (tx) => {
      const [first, ...others] = unfitMember(command);
      if (first !== undefined) return refuse(first, ...others);
      if (command.unitId !== undefined && !(await units.isKnown(tx, command.unitId))) return refuse(UNKNOWN_UNIT);
      const absence = await unfitAbsence(tx, { ...command, active: true }, { staff, adoptions, now: clock.now() });
      if (absence !== undefined) return refuse(absence);
      const member = { ...command, id: newId(), version: 1, active: true };
      const isNew = await staff.add(tx, member, clock.now());
      if (!isNew) return refuse({ code: 'CASE_STAFF_MEMBER_EXISTS', path: ['input', 'subject'] });
      const told = staffStandingChangedEvent(member, member.version, clock.now());
      await appendEvents(tx, { id: newId(), version: 1 }, [told]);
      return accept({ staffMemberId: member.id });
    },
  );
}
