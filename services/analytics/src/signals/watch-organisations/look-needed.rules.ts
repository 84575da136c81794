import type { SeenChanges } from '../model/seen-changes.model';
import { dayAfter, mondayOf } from '../model/series.model';

const WEEK = 7;

/** What the change feed has now; unless something came since the last look, it has had it for as long as then. */
export function changesSeen(
  { position, seen }: { readonly position: bigint; readonly seen?: SeenChanges },
  today: string,
): SeenChanges {
  return { position, changedOn: seen?.position === position ? seen.changedOn : today };
}

/**
 * Whether a rise could begin in what is complete today. Nothing that is known happened after the day of the last change, so
 * that once the week of that day is no longer the latest, the latest day and week of every series have nothing in them.
 */
export function couldRise({ changedOn }: SeenChanges, today: string): boolean {
  return today < dayAfter(mondayOf(changedOn), 2 * WEEK);
}
