import type { Projection } from '../model/projection.model';
import type { Projections } from '../take-in/fold-events.handler';
import { caseCourseProjections } from './case-course.projection';
import { clockProjections } from './clocks.projection';
import { financeProjections } from './finance.projection';
import { furtherHandlingProjections } from './further-handling.projection';
import { intakeProjections } from './intake.projection';
import { ledgerProjections } from './ledger.projection';
import { staffWorkProjections } from './staff-work.projection';

/** Everything that events do to facts. */
export const projections: Projections = [
  ...intakeProjections,
  ...caseCourseProjections,
  ...clockProjections,
  ...furtherHandlingProjections,
  ...financeProjections,
  ...ledgerProjections,
  ...staffWorkProjections,
].reduce((all, projection) => {
  all.set(projection.type, [...(all.get(projection.type) ?? []), projection]);
  return all;
}, new Map<string, readonly Projection[]>());
