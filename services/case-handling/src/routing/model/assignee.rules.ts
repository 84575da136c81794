import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { isAbsent, type StaffMember } from '../../staff/model/staff-member.model';
import { isComplainee } from './complainee.model';

/** A case goes neither to whom it is against nor to somebody who is away; the delegate is named instead. */
export function unfitToBeRouted(
  { case: current, now }: Pick<Situation, 'case' | 'now'>,
  assignee: StaffMember,
): CaseRefusal | undefined {
  if (isComplainee(current, assignee)) return { code: 'CASE_ASSIGNEE_RECUSED' };
  if (!isAbsent(assignee, now)) return undefined;
  const { delegate } = assignee;
  return { code: 'CASE_ASSIGNEE_ABSENT', details: { allowed: delegate === undefined ? [] : [delegate] } };
}
