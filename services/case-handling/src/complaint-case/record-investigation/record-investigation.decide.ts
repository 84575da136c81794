import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import { stageOfAction } from '../model/case-actions.rules';
import type { CaseRefusal, Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { unfitSections } from '../model/paper-sections.rules';
import { permitted } from '../model/permitted.model';
import { present } from '../model/present-members.model';
import { unfitText } from '../model/written-text.rules';
import type { RecordInvestigation } from './record-investigation.command';

const NEUTRAL = ['VALID', 'INVALID', 'UNDETERMINED'] as const;

/** What the handler found out, in the form and by the findings of the regulation; may be added to after an objection. */
export function decideInvestigation(
  situation: Situation,
  request: RecordInvestigation,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RECORD_INVESTIGATION', situation);
  if (!permission.ok) return permission;
  const { validity, findings, sections = [], heardComplainant, heardComplainee } = request;
  const stage = stageOfAction('RECORD_INVESTIGATION', situation)?.planned;
  const [first, ...others] = [
    ...unfitFindings(request),
    ...unfitSections(situation.plan, stage, sections),
    ...unknownFinding(situation, validity),
    ...unheard(situation, request),
  ];
  if (first !== undefined) return refuse(first, ...others);
  return accept(
    take(
      courseOf(situation.case),
      {
        type: 'INVESTIGATION_RECORDED',
        at: context.now,
        by: situation.actor.subject,
        investigationId: context.newId(),
        validity,
        findings: findings ?? '',
        sections,
        ...present({
          heardComplainant,
          heardComplainee,
          department: situation.actor.unitId,
          stage: stage?.stage,
        }),
      },
      context,
    ),
  );
}

function unfitFindings({ findings, sections = [] }: RecordInvestigation): CaseRefusal[] {
  if (findings === undefined && sections.length > 0) return [];
  const unfit = unfitText(findings ?? '', 'findings');
  return unfit === undefined ? [] : [unfit];
}

/** A regulation that names its findings knows no others. */
function unknownFinding({ plan }: Situation, validity: RecordInvestigation['validity']): CaseRefusal[] {
  const allowed: readonly string[] = plan?.regulation.validity?.values.map((each) => each.validity) ?? NEUTRAL;
  return allowed.includes(validity)
    ? []
    : [{ code: 'CASE_VALIDITY_NOT_KNOWN', path: ['input', 'validity'], facts: { validity }, details: { allowed } }];
}

/** Where the regulation asks for it, complainant and complainee are heard before anything is found. */
function unheard({ plan }: Situation, { heardComplainant, heardComplainee }: RecordInvestigation): CaseRefusal[] {
  const isAsked = plan?.regulation.responsibility?.bothSidesHeard === true;
  return isAsked && (heardComplainant !== true || heardComplainee !== true)
    ? [{ code: 'CASE_BOTH_SIDES_NOT_HEARD' }]
    : [];
}
