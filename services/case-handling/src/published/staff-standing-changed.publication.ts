import { staffStandingChanged } from '@redress/contracts';
import type { NewEvent } from '@redress/messaging';
import { present } from '../complaint-case/model/present-members.model';
import type { StaffMember } from '../staff/model/staff-member.model';

/** The contract event of what a member of staff is appointed to, as of a version; no name goes into it. */
export function staffStandingChangedEvent(
  { id, subject, parties, unitId, absentUntil, delegate, active }: StaffMember,
  staffVersion: number,
  at: Date,
): NewEvent<typeof staffStandingChanged> {
  return {
    definition: staffStandingChanged,
    data: {
      ...{ staffId: id, staffVersion, subject, active, parties: [...parties] },
      ...present({ unitId, absentUntil: absentUntil?.toISOString(), delegate }),
      at: at.toISOString(),
    },
  };
}
