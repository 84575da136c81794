import { accept, refuse, type Outcome } from '@redress/kernel';
import { patternProblem } from '../numbering/number-pattern';
import type { Regulation } from '../regulation/regulation.model';
import { durationSchema } from '../regulation/stage.model';
import { calendarIds, findCalendar } from '../working-time/calendar-file';
import { adoptionSettingsSchema, type AdoptionSettings } from './adoption.model';

export type AdoptionRefusal =
  | 'REGULATION_SETTINGS_MALFORMED'
  | 'REGULATION_CALENDAR_UNKNOWN'
  | 'REGULATION_NUMBER_CAN_REPEAT'
  | 'REGULATION_OPEN_VALUE_MISSING'
  | 'REGULATION_OPEN_VALUE_MISTYPED';

/**
 * Checks what an organisation filled in. Refuses, naming the path, when something is malformed, when an open value of
 * the regulation is missing or of another type, or when its number pattern could write one number twice.
 */
export function checkAdoption(regulation: Regulation, settings: unknown): Outcome<AdoptionSettings, AdoptionRefusal> {
  const parsed = adoptionSettingsSchema.safeParse(settings);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse({
      code: 'REGULATION_SETTINGS_MALFORMED',
      path: ['settings', ...(issue?.path ?? []).map(String)],
      facts: { expected: issue?.message ?? 'another value' },
    });
  }
  const { calendar, numbering, openValues } = parsed.data;
  if (findCalendar(calendar) === undefined) {
    return refuse({
      code: 'REGULATION_CALENDAR_UNKNOWN',
      path: ['settings', 'calendar'],
      facts: { calendar },
      details: { allowed: calendarIds() },
    });
  }
  const problem = patternProblem(numbering);
  if (problem !== undefined) {
    return refuse({ code: 'REGULATION_NUMBER_CAN_REPEAT', path: ['settings', 'numbering'], facts: { problem } });
  }
  for (const { key, type } of regulation.openValues) {
    const value = openValues[key];
    const path = ['settings', 'openValues', key];
    if (value === undefined) return refuse({ code: 'REGULATION_OPEN_VALUE_MISSING', path, facts: { key } });
    const fits =
      type === 'AUTHORITY' ? Array.isArray(value) && value.length > 0 : durationSchema.safeParse(value).success;
    if (!fits) return refuse({ code: 'REGULATION_OPEN_VALUE_MISTYPED', path, facts: { key, expected: type } });
  }
  return accept(parsed.data);
}
