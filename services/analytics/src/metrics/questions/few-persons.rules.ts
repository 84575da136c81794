import { hasRole, refuse, type Actor, type Outcome } from '@redress/kernel';
import { DateTime } from 'luxon';
import { isGrain, type DimensionName, type Grain } from '../model/dimension.model';
import { filteredBy, partsOf, type MetricsQuery } from '../model/metrics-query.model';
import { FEWEST_PERSONS } from '../model/persons.model';
import type { FiguresRefusal } from './figures-query.model';

type Refused = Extract<Outcome<never, FiguresRefusal>, { readonly ok: false }>;

const SEES_PERSONS = ['supervisor', 'manager', 'auditor', 'admin'] as const;
/**
 * How the organisation sorts its own work, and who of it is concerned. Nobody outside is known by it: one or two of these may
 * be told without counting.
 */
const HARMLESS: ReadonlySet<DimensionName> = new Set<DimensionName>([
  ...(['ITEM_TYPE', 'CHANNEL', 'LEVEL', 'TRACK', 'STAGE', 'KIND', 'WORK', 'MEANS', 'STATE'] as const),
  ...(['CATEGORY', 'CAUSE', 'DEPARTMENT', 'RESPONSIBLE_DEPARTMENT', 'OUTCOME', 'VALIDITY'] as const),
  ...(['REGULATION', 'REGULATION_VERSION', 'INSTRUMENT', 'CURRENCY', 'ACCOUNT'] as const),
]);
/** So many attributes together tell most complaints apart. */
const MANY_ATTRIBUTES = 3;
/** Filters of those who may not see single persons cut the complaints into so many parts at most. */
const MOST_PARTS = 64;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FEW_DAYS_MS = 7 * DAY_MS;
/** How long a stretch of each kind is at the least. */
const STRETCH_MS: Partial<Record<Grain, number>> = {
  ...{ HOUR: HOUR_MS, DAY: DAY_MS, WEEK: FEW_DAYS_MS, MONTH: 28 * DAY_MS, QUARTER: 90 * DAY_MS, YEAR: 365 * DAY_MS },
};
/** What comes again and again, with the time after which it does and how many of it there are by then. */
const CYCLES = [
  { grain: 'WEEKDAY', ms: FEW_DAYS_MS, parts: 7 },
  { grain: 'HOUR_OF_DAY', ms: DAY_MS, parts: 24 },
] as const;
/** A window from here on, or before it, begins with the first complaint there is. */
const BEFORE_ALL = Date.UTC(2000, 0, 2);

/** Whether somebody may see figures of single complainants and members of staff. */
export const seesPersons = (viewer: Actor): boolean => hasRole(viewer, ...SEES_PERSONS);

type Asked = Pick<MetricsQuery, 'groupBy' | 'where' | 'window'>;

function attributesOf({ groupBy, where }: Pick<Asked, 'groupBy' | 'where'>): ReadonlySet<DimensionName> {
  return new Set([...groupBy, ...filteredBy(where)].filter((dimension) => !isGrain(dimension)));
}

/** Refuses figures of single members of staff to those who may not see them. */
export function aboutStaff(query: Asked): Refused | undefined {
  if (!attributesOf(query).has('STAFF')) return undefined;
  const place = query.groupBy.includes('STAFF') ? 'groupBy' : 'where';
  return refuse({
    code: 'ANALYTICS_ABOUT_STAFF',
    path: ['query', place],
    details: { allowed: [...SEES_PERSONS] },
  }) as Refused;
}

/** How much time the groups of a question are of: of the days of the week of a month, for example, four days each. */
function timeOfGroups({ groupBy, window }: Pick<Asked, 'groupBy' | 'window'>): number {
  const lengths = groupBy.flatMap((dimension) => (isGrain(dimension) ? (STRETCH_MS[dimension] ?? []) : []));
  const stretch = Math.min(window.to.getTime() - window.from.getTime(), ...lengths);
  return CYCLES.filter(({ grain }) => groupBy.includes(grain)).reduce(
    (time, { ms, parts }) => Math.min(time, Math.max(time, ms) / parts),
    stretch,
  );
}

/**
 * Whether a question could single out a complainant: by any attribute that is not harmless, by three that are, by one of
 * them within less than a week, such as day by day, or within less than a day. All others are told to everybody who may ask.
 */
export function mayTellOfOne({ groupBy, where, window }: Asked): boolean {
  const attributes = attributesOf({ groupBy, where });
  if ([...attributes].some((dimension) => !HARMLESS.has(dimension)) || attributes.size >= MANY_ATTRIBUTES) return true;
  return timeOfGroups({ groupBy, window }) < (attributes.size > 0 ? FEW_DAYS_MS : DAY_MS);
}

/**
 * Refuses windows that begin or end within a day, so that no two of them differ by an hour. What ends with the moment of
 * the answer, or after it, is whole.
 */
export function notWholeDays(
  { window, timeZone }: Pick<MetricsQuery, 'window' | 'timeZone'>,
  time: Date | undefined,
): Refused | undefined {
  const beginsDay = (instant: Date): boolean => {
    const local = DateTime.fromJSDate(instant, { zone: timeZone });
    return !local.isValid || local.toMillis() === local.startOf('day').toMillis();
  };
  const begins = window.from.getTime() < BEFORE_ALL || beginsDay(window.from);
  const ends = beginsDay(window.to) || (time !== undefined && window.to >= time);
  if (begins && ends) return undefined;
  return refuse({
    code: 'ANALYTICS_WINDOW_NOT_WHOLE_DAYS',
    path: ['query', 'window', begins ? 'to' : 'from'],
    facts: { timeZone },
    details: { allowed: [...SEES_PERSONS] },
  }) as Refused;
}

/** Refuses lists so long that what each of their values rests on cannot be looked at. */
export function tooFineFilter({ where }: Pick<MetricsQuery, 'where'>): Refused | undefined {
  if (partsOf(where) <= MOST_PARTS) return undefined;
  return refuse({
    code: 'ANALYTICS_FILTER_TOO_FINE',
    path: ['query', 'where'],
    facts: { limit: MOST_PARTS },
    details: { limit: MOST_PARTS, allowed: [...SEES_PERSONS] },
  }) as Refused;
}

/** The refusal of an answer that would tell of too few. */
export const tooFew = (): Refused =>
  refuse({
    code: 'ANALYTICS_TOO_FEW',
    path: ['query'],
    facts: { limit: FEWEST_PERSONS },
    details: { limit: FEWEST_PERSONS, allowed: [...SEES_PERSONS] },
  }) as Refused;
