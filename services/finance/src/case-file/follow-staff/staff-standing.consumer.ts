import { staffStandingChanged } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { StaffStandings } from '../model/staff-standings.repository';

/** Takes over what case handling tells of appointments and absences. */
export function onStandingChanged({ standings }: { readonly standings: StaffStandings }): EventHandlers {
  return onEvent(staffStandingChanged, ({ data: { absentUntil, at: _, unitId, delegate, ...standing } }, tx) =>
    standings.keep(tx, {
      ...standing,
      ...(unitId === undefined ? {} : { unitId }),
      ...(delegate === undefined ? {} : { delegate }),
      ...(absentUntil === undefined ? {} : { absentUntil: new Date(absentUntil) }),
    }),
  );
}
