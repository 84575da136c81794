import { STAFF_ROLES } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import type { Person } from '../../customer/model/visibility.rules';
import type { IdentityCheckResult } from './identity-check.model';

/** For how long a check opens the data: about one conversation. */
export const OPEN_FOR_MS = 30 * 60_000;

/** A check of the viewer, or their entering of the customer, which counts as one. */
export interface Knowledge {
  readonly id: string;
  readonly result: IdentityCheckResult;
  readonly at: Date;
}

/** Whether a regulation has identity confirmed before anything is told (IN-09). */
export function asksForIdentity({ confidentiality, conduct }: Regulation): boolean {
  return (
    confidentiality.some(({ rule }) => rule === 'IDENTITY_BEFORE_DISCLOSURE') ||
    conduct.some(({ rule }) => rule === 'IDENTITY_CHECK')
  );
}

/** Whether the rule binds a person: it is for those who are asked over the counter and the telephone, and do no more. */
export function isBound(viewer: Person, customerId: string): boolean {
  const posts = viewer.roles.filter((role) => STAFF_ROLES.includes(role));
  return posts.length > 0 && posts.every((role) => role === 'agent') && viewer.customerId !== customerId;
}

/** Whether the latest that somebody bound by the rule knows of a customer opens the data: it has to be fresh and good. */
export function opensData(knowledge: readonly Knowledge[], now: Date): boolean {
  const since = openSince(now);
  const latest = knowledge
    .filter(({ at }) => at >= since)
    .reduce<Knowledge | undefined>(
      (last, next) => (last === undefined || isLater(next, last) ? next : last),
      undefined,
    );
  return latest?.result === 'CONFIRMED';
}

/** From when on a check is fresh. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_FOR_MS);
}

/** Ids are in the order of their making, which tells two of one millisecond apart. */
function isLater(one: Knowledge, other: Knowledge): boolean {
  const apart = one.at.getTime() - other.at.getTime();
  return apart === 0 ? one.id > other.id : apart > 0;
}
