import { take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { fileOf, filingOf } from './archive.model';

/** Adds to a course that closed a case what the regulation says of the archive; nothing, where it says nothing. */
export function archivedAtClosing(course: Course, by: string, context: DecisionContext): Course {
  const { number } = course.case;
  const filing = filingOf(context.plan, number, context.now);
  if (filing === undefined) return course;
  const again = fileOf(course.case) !== undefined;
  return take(course, { type: 'CASE_ARCHIVED', at: context.now, by, filing, again }, context);
}
