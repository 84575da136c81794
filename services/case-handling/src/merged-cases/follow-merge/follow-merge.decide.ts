import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { closed } from '../../complaint-case/model/closing.model';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { present } from '../../complaint-case/model/present-members.model';
import { duplicatesOf, mergeOf } from '../model/merge.model';
import type { CaseUnmerged } from '../model/merge.events';

/** When, and by whom, complaints were linked or parted. */
export interface Origin {
  readonly at: Date;
  readonly by: string;
}

const BY = 'system:case-handling';

/** The case of a duplicate: it leaves the harm to the other, and is closed with it. */
export function decideMerging(
  duplicate: ComplaintCase,
  main: ComplaintCase,
  { at, by }: Origin,
  context: DecisionContext,
): Course {
  if (mergeOf(duplicate)?.into === main.id) return courseOf(duplicate);
  const merged = take(courseOf(duplicate), { type: 'CASE_MERGED', at, by, into: main.id }, context);
  return main.state === 'CLOSED' ? decideClosingWith(merged, context) : merged;
}

/** The other case knows of the duplicate. */
export function decideLinking(
  main: ComplaintCase,
  duplicate: ComplaintCase,
  { at, by }: Origin,
  context: DecisionContext,
): Course {
  if (duplicatesOf(main).includes(duplicate.id)) return courseOf(main);
  return take(courseOf(main), { type: 'DUPLICATE_LINKED', at, by, duplicate: duplicate.id }, context);
}

/** A duplicate that is still open ends with the case that settles its harm. */
export function decideClosingWith(course: Course, context: DecisionContext): Course {
  return course.case.state === 'CLOSED' ? course : closed(course, 'MERGED', BY, context);
}

/** The case is on its own again, at the very place where it was. */
export function decideParting(
  duplicate: ComplaintCase,
  main: ComplaintCase,
  { at, by }: Origin,
  context: DecisionContext,
): Course {
  if (mergeOf(duplicate)?.into !== main.id) return courseOf(duplicate);
  const restoreTo = standingBefore(duplicate);
  return take(
    courseOf(duplicate),
    { type: 'CASE_UNMERGED', at, by, into: main.id, ...present({ restoreTo }) },
    context,
  );
}

/** The other case no longer knows of the duplicate. */
export function decideUnlinking(
  main: ComplaintCase,
  duplicate: ComplaintCase,
  { at, by }: Origin,
  context: DecisionContext,
): Course {
  if (!duplicatesOf(main).includes(duplicate.id)) return courseOf(main);
  return take(courseOf(main), { type: 'DUPLICATE_UNLINKED', at, by, duplicate: duplicate.id }, context);
}

function standingBefore(duplicate: ComplaintCase): CaseUnmerged['restoreTo'] {
  const stood = mergeOf(duplicate)?.stood;
  if (duplicate.outcome !== 'MERGED' || stood === undefined || stood.state === 'CLOSED') return undefined;
  const wasDropped = duplicate.resolution?.state === 'DROPPED' && stood.resolution !== undefined;
  return { state: stood.state, ...(wasDropped ? present({ resolution: stood.resolution }) : {}) };
}
