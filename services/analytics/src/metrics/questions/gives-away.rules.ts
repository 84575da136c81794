import { FEWEST_PERSONS } from '../model/persons.model';

/**
 * A part of the complaints of a window, as the dimensions and filters of a question cut them: all of them are such parts,
 * also those that a filter, a top or a bound leaves out of the answer.
 */
export interface CountedPart {
  /** Parts of different kinds of things are not held against each other. */
  readonly of: string;
  /** Its value in each dimension and filter. */
  readonly place: readonly string[];
  readonly persons: number;
  readonly shown: boolean;
}

/** More work than this is not done to find out; such an answer is taken for one that gives somebody away. */
const MOST_STEPS = 2_000_000;

/** Whether it is too few that something rests on; nobody at all is told of by nothing. */
export const isFew = (persons: number): boolean => persons > 0 && persons < FEWEST_PERSONS;

/**
 * Whether an answer tells of too few: a part that is shown rests on them, or what is left of a larger figure when the
 * shown parts of it are taken away. Larger figures are those that leave out one or more of the dimensions and filters; one
 * without any shown part would itself rest on too few, and is told to nobody.
 */
export function givesAway(parts: readonly CountedPart[]): boolean {
  if (parts.some(({ shown, persons }) => shown && isFew(persons))) return true;
  // Parts that are many, or nothing, leave no few when they are added up.
  if (!parts.some(({ shown, persons }) => !shown && isFew(persons))) return false;
  const axes = parts[0]?.place.length ?? 0;
  if (parts.length * 2 ** axes > MOST_STEPS) return true;
  for (let leftOut = 1; leftOut < 2 ** axes; leftOut += 1) if (leavesFew(parts, leftOut)) return true;
  return false;
}

/** Whether too few are left of a figure that leaves out these dimensions, told as bits. */
function leavesFew(parts: readonly CountedPart[], leftOut: number): boolean {
  const figures = new Map<string, { hidden: number; isTold: boolean }>();
  for (const { of, place, persons, shown } of parts) {
    const name = JSON.stringify([of, ...place.filter((_, axis) => (leftOut & (1 << axis)) === 0)]);
    const figure = figures.get(name) ?? { hidden: 0, isTold: false };
    figures.set(name, figure);
    if (shown) figure.isTold = true;
    else figure.hidden += persons;
  }
  return [...figures.values()].some(({ hidden, isTold }) => isTold && isFew(hidden));
}
