import { regulationAdopted } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { TenantCalendar } from '../model/tenant-calendar.repository';

/** The regulation that an organisation adopts says in which zone its months begin. */
export function onRegulationAdopted({ calendar }: { readonly calendar: TenantCalendar }): EventHandlers {
  return onEvent(regulationAdopted, async ({ data }, tx) => {
    const { timeZone } = data.settings;
    if (typeof timeZone === 'string') await calendar.adopt(tx, timeZone, new Date(data.effectiveFrom));
  });
}
