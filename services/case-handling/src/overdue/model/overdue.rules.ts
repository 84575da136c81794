import { STAFF_ROLES } from '@redress/kernel';
import { defineAction } from '../../complaint-case/model/action.model';
import type { Situation } from '../../complaint-case/model/case.rules';
import { CASE_STATES } from '../../complaint-case/model/case.transitions';
import { stageStates, type StageState } from '../../complaint-case/model/stage-states.model';
import { openInquiries } from './open-inquiries.model';

const anyStaff = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');

/** Who urges where the regulation names nobody, and beside those whom it names. */
const SUPERIORS = ['supervisor', 'manager'] as const;

/** The stages whose delay is asked about. An answer waits for nothing, so that none of them counts as blocked. */
function inquired({ plan, case: current, now }: Situation): readonly StageState[] {
  const asked = new Set(openInquiries(current).map(({ stage }) => stage));
  return stageStates(plan, current, now)
    .filter(({ planned }) => asked.has(planned.stage))
    .map((state) => ({ ...state, state: 'CURRENT', missing: [] }));
}

/** Those who perform the stage, and the department that was asked. */
function answerers({ case: current, plan, stage }: Situation): readonly string[] {
  const asked = openInquiries(current).filter((inquiry) => inquiry.stage === stage);
  const performers = plan?.stages.find((planned) => planned.stage === stage)?.performers ?? [];
  return [...new Set([...performers, ...asked.flatMap(({ to }) => to)])];
}

export const answerOverdueInquiryAction = defineAction({
  action: 'ANSWER_OVERDUE_INQUIRY',
  description: 'Mutation `answerOverdueInquiry`, for an inquiry into the stage that the action names.',
  roles: anyStaff,
  states: CASE_STATES,
  targets: inquired,
  performers: (_, situation) => answerers(situation),
  rules: [],
});

export const urgeCaseAction = defineAction({
  action: 'URGE_CASE',
  description: 'Mutation `urgeCase`.',
  roles: SUPERIORS,
  states: CASE_STATES.filter((state) => state !== 'CLOSED'),
  performers: ({ regulation: { overduePapers } }) => [
    ...new Set([...SUPERIORS, ...overduePapers.flatMap(({ issuedBy }) => issuedBy)]),
  ],
  rules: [],
});
