import { hasRole, refuse, type Actor, type Outcome } from '@redress/kernel';
import { isGrain, type DimensionName } from '../model/dimension.model';
import type { MetricsQuery } from '../model/metrics-query.model';
import type { FiguresRefusal } from './figures-query.model';

type Refused = Extract<Outcome<never, FiguresRefusal>, { readonly ok: false }>;

/** The fewest complainants that a group may rest on for those who may not see single persons. */
export const FEWEST_PERSONS = 5;
const SEES_PERSONS = ['supervisor', 'manager', 'auditor', 'admin'] as const;
/** What describes the person who complains, and not only the matter. */
const OF_PERSONS: readonly DimensionName[] = ['REGION', 'CUSTOMER_SEGMENT'];
/** So many attributes of a matter together tell most complaints apart. */
const MANY_ATTRIBUTES = 3;
const DAY_MS = 86_400_000;

/** Whether somebody may see figures of single complainants and members of staff. */
export const seesPersons = (viewer: Actor): boolean => hasRole(viewer, ...SEES_PERSONS);

type Asked = Pick<MetricsQuery, 'groupBy' | 'where' | 'window'>;

function attributesOf({ groupBy, where }: Pick<Asked, 'groupBy' | 'where'>): ReadonlySet<DimensionName> {
  const filtered = (Object.keys(where) as DimensionName[]).filter((name) => where[name] !== undefined);
  return new Set([...groupBy, ...filtered].filter((dimension) => !isGrain(dimension)));
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

/**
 * Whether a question could single out a complainant: by an attribute of the person, by three attributes of the matter,
 * or by one within less than a day or hour by hour.
 */
export function mayTellOfOne({ groupBy, where, window }: Asked): boolean {
  const attributes = attributesOf({ groupBy, where });
  if (OF_PERSONS.some((dimension) => attributes.has(dimension)) || attributes.size >= MANY_ATTRIBUTES) return true;
  const narrow = window.to.getTime() - window.from.getTime() < DAY_MS || groupBy.includes('HOUR');
  return narrow && attributes.size > 0;
}

/**
 * Refuses an answer of which a group rests on too few. Groups that are not shown must be enough together as well where
 * the total is told: what is missing from it would tell of them.
 */
export function tooFew(
  shown: readonly { readonly persons?: number }[],
  hidden: readonly { readonly persons?: number }[],
  tellsTotal: boolean,
): Refused | undefined {
  const isFew = ({ persons = FEWEST_PERSONS }): boolean => persons > 0 && persons < FEWEST_PERSONS;
  const missing = hidden.filter(isFew).reduce((sum, { persons = 0 }) => sum + persons, 0);
  if (!shown.some(isFew) && !(tellsTotal && isFew({ persons: missing }))) return undefined;
  return refuse({
    code: 'ANALYTICS_TOO_FEW',
    path: ['query'],
    facts: { limit: FEWEST_PERSONS },
    details: { limit: FEWEST_PERSONS, allowed: [...SEES_PERSONS] },
  }) as Refused;
}
