import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';
import type { RecordInvestigation } from './record-investigation.command';

/** What the handler found out; it may be added to after an objection. */
export function decideInvestigation(
  situation: Situation,
  { validity, findings }: RecordInvestigation,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RECORD_INVESTIGATION', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(findings, 'findings');
  if (unfit !== undefined) return refuse(unfit);
  return accept(
    take(
      courseOf(situation.case),
      {
        type: 'INVESTIGATION_RECORDED',
        at: context.now,
        by: situation.actor.subject,
        investigationId: context.newId(),
        validity,
        findings,
      },
      context,
    ),
  );
}
