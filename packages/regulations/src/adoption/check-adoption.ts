import type { Outcome, Refusal } from '@redress/kernel';
import { z } from 'zod';
import { nearestName } from '../checking/nearest-name';
import { patternProblem } from '../numbering/number-pattern';
import type { Regulation } from '../regulation/regulation.model';
import { durationSchema } from '../regulation/stage.model';
import { calendarIds, findCalendar } from '../working-time/calendar-file';
import { adoptionSettingsSchema, type AdoptionSettings } from './adoption.model';
import { matrixProblems } from './authority-matrix.rules';
import { OPEN_VALUE_SCHEMAS } from './open-value.model';

export type AdoptionRefusal =
  | 'REGULATION_SETTINGS_MALFORMED'
  | 'REGULATION_CALENDAR_UNKNOWN'
  | 'REGULATION_OPENING_HOURS_MISSING'
  | 'REGULATION_NUMBER_CAN_REPEAT'
  | 'REGULATION_OPEN_VALUE_UNKNOWN'
  | 'REGULATION_OPEN_VALUE_MISSING'
  | 'REGULATION_OPEN_VALUE_MISTYPED';

type AdoptionProblem = Refusal<AdoptionRefusal>;
type OpenValueProvision = Regulation['openValues'][number];

/** The settings but for their open values, whose types only the regulation knows. */
const framework = adoptionSettingsSchema.extend({ openValues: z.record(z.string(), z.unknown()) });

/**
 * Checks what an organisation filled in, and refuses all of it with every mistake, each with its path and what was
 * expected: what is malformed, an open value that is missing, not one of the regulation or of another type, a number
 * pattern that could write one number twice, hours to be counted without opening hours.
 */
export function checkAdoption(regulation: Regulation, settings: unknown): Outcome<AdoptionSettings, AdoptionRefusal> {
  const parsed = framework.safeParse(settings);
  if (!parsed.success) return { ok: false, refusals: parsed.error.issues.map(malformed) };
  const { openValues } = parsed.data;
  const problems = [
    ...calendarProblems(parsed.data),
    ...patternProblems(parsed.data.numbering, ['settings', 'numbering']),
    ...unknownValues(regulation, openValues),
    ...regulation.openValues.flatMap((provision) => valueProblems(regulation, provision, openValues[provision.key])),
  ];
  if (problems.length > 0) return { ok: false, refusals: problems };
  const complete: AdoptionSettings = {
    ...parsed.data,
    openValues: Object.fromEntries(
      regulation.openValues.map(({ key, type }) => [key, OPEN_VALUE_SCHEMAS[type].parse(openValues[key])]),
    ),
  };
  if (complete.openingHours === undefined && countsWorkingHours(regulation, complete)) {
    const facts = { expected: 'opening hours, within which working hours are counted' };
    return {
      ok: false,
      refusals: [{ code: 'REGULATION_OPENING_HOURS_MISSING', path: ['settings', 'openingHours'], facts }],
    };
  }
  return { ok: true, value: complete };
}

function malformed({ path, message }: z.core.$ZodIssue): AdoptionProblem {
  return {
    code: 'REGULATION_SETTINGS_MALFORMED',
    path: ['settings', ...path.map(String)],
    facts: { expected: message },
  };
}

function calendarProblems({ calendar }: { readonly calendar: string }): AdoptionProblem[] {
  if (findCalendar(calendar) !== undefined) return [];
  return [
    {
      code: 'REGULATION_CALENDAR_UNKNOWN',
      path: ['settings', 'calendar'],
      facts: { calendar },
      details: { allowed: calendarIds() },
    },
  ];
}

function patternProblems(numbering: AdoptionSettings['numbering'], path: readonly string[]): AdoptionProblem[] {
  const problem = patternProblem(numbering);
  return problem === undefined ? [] : [{ code: 'REGULATION_NUMBER_CAN_REPEAT', path, facts: { problem } }];
}

function unknownValues(regulation: Regulation, openValues: Readonly<Record<string, unknown>>): AdoptionProblem[] {
  const known = regulation.openValues.map(({ key }) => key);
  return Object.keys(openValues)
    .filter((key) => !known.includes(key) && openValues[key] !== undefined)
    .map((key) => ({
      code: 'REGULATION_OPEN_VALUE_UNKNOWN',
      path: ['settings', 'openValues', key],
      facts: { key, expected: nearestName(key, known) ?? known.join(', ') },
      details: { allowed: known },
    }));
}

function valueProblems(
  regulation: Regulation,
  { key, type, options = [] }: OpenValueProvision,
  value: unknown,
): AdoptionProblem[] {
  const path = ['settings', 'openValues', key];
  if (value === undefined) return [{ code: 'REGULATION_OPEN_VALUE_MISSING', path, facts: { key, expected: type } }];
  const mistyped = (within: readonly PropertyKey[], problem: string): AdoptionProblem => ({
    code: 'REGULATION_OPEN_VALUE_MISTYPED',
    path: [...path, ...within.map(String)],
    facts: { key, expected: type, problem },
  });
  const parsed = OPEN_VALUE_SCHEMAS[type].safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => mistyped(issue.path, issue.message));
  if (type === 'NUMBERING') return patternProblems(OPEN_VALUE_SCHEMAS.NUMBERING.parse(value), path);
  if (type === 'AUTHORITY') {
    const rows = OPEN_VALUE_SCHEMAS.AUTHORITY.parse(value);
    return matrixProblems(regulation, rows).map(({ within, problem }) => mistyped(within, problem));
  }
  const allowed = options.map(({ code }) => code);
  if (type !== 'CHOICE' || allowed.some((code) => code === value)) return [];
  return [{ ...mistyped([], `one of ${allowed.join(', ')}`), details: { allowed } }];
}

function countsWorkingHours({ stages, openValues: provisions }: Regulation, { openValues }: AdoptionSettings): boolean {
  const inText = stages.some(
    ({ deadline }) => deadline !== undefined && 'unit' in deadline && deadline.unit === 'WORKING_HOURS',
  );
  const filledIn = provisions.some(
    ({ key, type }) => type === 'DURATION' && durationSchema.parse(openValues[key]).unit === 'WORKING_HOURS',
  );
  return inText || filledIn;
}
