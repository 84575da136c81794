import { staffStandingChanged } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { StaffBook } from '../model/staff-book.repository';

/** Takes over what case handling tells of appointments and absences. */
export function staffStandingConsumer(staff: StaffBook): EventHandlers {
  return onEvent(staffStandingChanged, ({ data: { absentUntil, at: _, unitId, delegate, ...standing } }, tx) =>
    staff.keep(tx, {
      ...standing,
      ...(unitId === undefined ? {} : { unitId }),
      ...(delegate === undefined ? {} : { delegate }),
      ...(absentUntil === undefined ? {} : { absentUntil: new Date(absentUntil) }),
    }),
  );
}
