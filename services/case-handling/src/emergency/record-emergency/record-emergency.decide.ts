import { accept, refuse, type Outcome } from '@redress/kernel';
import type { PersonalAction } from '../../case-actions.model';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import { present } from '../../complaint-case/model/present-members.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { stageStates } from '../../complaint-case/model/stage-states.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { emergencyOf, majorReportPaper, type EmergencyStep } from '../model/emergency.model';
import type { EmergencyContent, TeamMember } from '../model/emergency.events';

export const MOST_MEMBERS = 50;

type Decision = Outcome<Course, CaseRefusalCode>;

/** Forms the team: somebody for parties that the regulation names, each a registered colleague. */
export function decideTeam(
  situation: Situation,
  members: readonly TeamMember[],
  { unknown, context }: { readonly unknown: readonly string[]; readonly context: DecisionContext },
): Decision {
  const allowed = emergencyOf(situation.plan, situation.case, situation.now)?.team ?? [];
  const refusals: readonly (CaseRefusal | undefined)[] = [
    members.length > 0 && members.length <= MOST_MEMBERS
      ? undefined
      : { code: 'INPUT_INVALID', path: ['input', 'members'], details: { limit: MOST_MEMBERS } },
    members.every(({ party }) => allowed.includes(party))
      ? undefined
      : { code: 'CASE_PARTY_UNKNOWN', path: ['input', 'members'], details: { allowed } },
    unknown.length === 0 ? undefined : { code: 'CASE_ASSIGNEE_UNKNOWN', path: ['input', 'members'] },
  ];
  return decided('FORM_EMERGENCY_TEAM', situation, { step: 'TEAM', content: { members }, refusals }, context);
}

/** Records what a meeting decided. */
export function decideMeeting(
  situation: Situation,
  sections: readonly WrittenSection[],
  context: DecisionContext,
): Decision {
  const refusals = unfitSections(sections);
  return decided('RECORD_EMERGENCY_MEETING', situation, { step: 'MEETING', content: { sections }, refusals }, context);
}

/** Records how likely and how grave the risk is, 1 to 5 each, and what is done about it. */
export function decideRiskAssessment(
  situation: Situation,
  assessment: { readonly probability: number; readonly impact: number; readonly measures: string },
  context: DecisionContext,
): Decision {
  const outside = (['probability', 'impact'] as const).filter((each) => !isGrade(assessment[each]));
  const refusals = [
    ...outside.map((each): CaseRefusal => ({ code: 'CASE_SCORE_OUT_OF_RANGE', path: ['input', each] })),
    unfitText(assessment.measures, 'measures'),
  ];
  const riskScore = assessment.probability * assessment.impact;
  const step = { step: 'RISK_ASSESSMENT', content: assessment, refusals, riskScore } as const;
  return decided('RECORD_RISK_ASSESSMENT', situation, step, context);
}

/** Records another step that the regulation asks for. */
export function decideStep(
  situation: Situation,
  { step, note }: { readonly step: Exclude<EmergencyStep, 'TEAM' | 'MAJOR_REPORT'>; readonly note: string },
  context: DecisionContext,
): Decision {
  const allowed = emergencyOf(situation.plan, situation.case, situation.now)?.does ?? [];
  const refusals: readonly (CaseRefusal | undefined)[] = [
    allowed.includes(step) ? undefined : { code: 'CASE_NO_EMERGENCY', path: ['input', 'step'], details: { allowed } },
    unfitText(note, 'note'),
  ];
  return decided('RECORD_EMERGENCY_STEP', situation, { step, content: { note }, refusals }, context);
}

/** Writes the report on a major complaint; where a stage asks for it, the stage is finished by it. */
export function decideMajorReport(
  situation: Situation,
  sections: readonly WrittenSection[],
  context: DecisionContext,
): Decision {
  const { plan, case: current, now } = situation;
  const paper = majorReportPaper(plan);
  const required = (paper?.sections ?? []).filter((each) => each.required).map(({ section }) => section);
  const missing = required.filter((section) => !sections.some((written) => written.section === section));
  const refusals = [
    ...missing.map((section): CaseRefusal => ({
      code: 'CASE_SECTION_MISSING',
      path: ['input', 'sections'],
      facts: { section },
      details: { allowed: required },
    })),
    ...unfitSections(sections),
  ];
  const stage = stageStates(plan, current, now).find(
    ({ planned, state }) => planned.paper !== undefined && planned.paper === paper?.paper && state === 'CURRENT',
  )?.planned.stage;
  const step = { step: 'MAJOR_REPORT', content: { sections }, sections, refusals, ...present({ stage }) } as const;
  return decided('WRITE_MAJOR_REPORT', situation, step, context);
}

interface Step {
  readonly step: EmergencyStep;
  readonly content: EmergencyContent;
  readonly refusals: readonly (CaseRefusal | undefined)[];
  readonly riskScore?: number;
  readonly stage?: string;
  readonly sections?: readonly WrittenSection[];
}

function decided(
  action: PersonalAction,
  situation: Situation,
  { step, content, refusals, ...rest }: Step,
  context: DecisionContext,
): Decision {
  const permission = permitted(action, situation);
  if (!permission.ok) return permission;
  const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
  if (first !== undefined) return refuse(first, ...others);
  const cause = { at: context.now, by: situation.actor.subject };
  const fact = { type: 'EMERGENCY_RECORDED', ...cause, recordId: context.newId(), step, content, ...rest } as const;
  return accept(take(courseOf(situation.case), fact, context));
}

function unfitSections(sections: readonly WrittenSection[]): readonly CaseRefusal[] {
  if (sections.length === 0) return [{ code: 'CASE_TEXT_MISSING', path: ['input', 'sections'] }];
  return sections.flatMap(({ section, text }) => unfitText(text, section) ?? []);
}

function isGrade(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}
