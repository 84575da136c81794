import type { CaseActor } from '../../complaint-case/model/case-actor.model';
import type { ComplaintCase } from '../../complaint-case/model/case.model';

/** Against whom a complaint is: a member of staff, or everybody of a unit. */
export interface Complainee {
  readonly subject?: string;
  readonly unitId?: string;
}

/** The complainees of a case, in the order in which they were named. */
export function complaineesOf({ kept }: Pick<ComplaintCase, 'kept'>): readonly Complainee[] {
  const named = kept['complainees'];
  return Array.isArray(named) ? (named as readonly Complainee[]) : [];
}

/** Whether somebody is a complainee of the case, in person or as a member of the unit. */
export function isComplainee(
  current: Pick<ComplaintCase, 'kept'>,
  { subject, unitId }: Pick<CaseActor, 'subject' | 'unitId'>,
): boolean {
  return complaineesOf(current).some(
    (complainee) => complainee.subject === subject || (complainee.unitId !== undefined && complainee.unitId === unitId),
  );
}
