import type { AdoptionSettings, Regulation } from '@redress/regulations';

type Provision = Regulation['workload'][number];

/** A working day of one person, where a standard says minutes. */
export const MINUTES_A_DAY = 480;
/** Of units that work is measured by; nobody works on one thing for a calendar month. */
const MINUTES: Readonly<Record<string, number>> = {
  MINUTES: 1,
  HOURS: 60,
  WORKING_HOURS: 60,
  WORKING_DAYS: MINUTES_A_DAY,
};

/** A standard with what the organisation filled in where the text leaves the time for one piece of work open. */
export function filledIn(provision: Provision, openValues: AdoptionSettings['openValues']): Provision {
  const { minutesEach, openValue = '' } = provision;
  const filled = openValues[openValue];
  if (minutesEach !== undefined || typeof filled !== 'object' || !('unit' in filled)) return provision;
  const minutes = MINUTES[filled.unit];
  if (minutes === undefined) return provision;
  return { ...provision, minutesEach: (filled.maximum ?? filled.amount) * minutes };
}
