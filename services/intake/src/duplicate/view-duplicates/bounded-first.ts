import { PublicError } from '@redress/graphql-runtime';

const AT_MOST = 50;

/** How many elements are asked for. Throws `LIMIT_EXCEEDED` as a top-level error. */
export function boundedFirst(first: number): number {
  if (first >= 1 && first <= AT_MOST) return first;
  throw new PublicError('LIMIT_EXCEEDED', `Ask for 1 to ${AT_MOST}.`, { limit: AT_MOST });
}
