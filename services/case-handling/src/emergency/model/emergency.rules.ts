import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseRule, Situation } from '../../complaint-case/model/case.rules';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { OPEN_STATES } from '../../complaint-case/model/case.transitions';
import { emergencyOf, majorReportPaper, type EmergencyDuty } from './emergency.model';

const isEmergency: CaseRule = ({ plan, case: current, now }) =>
  emergencyOf(plan, current, now) === undefined ? { code: 'CASE_NO_EMERGENCY' } : undefined;

/** The regulation asks for it in this emergency. */
function asks(duty: EmergencyDuty): CaseRule {
  return ({ plan, case: current, now }) =>
    emergencyOf(plan, current, now)?.does.includes(duty) === true ? undefined : { code: 'CASE_NO_EMERGENCY' };
}

/** The team that the regulation names, and superiors. */
function team(plan: CasePlan, { case: current, now }: Situation): readonly string[] {
  return [...(emergencyOf(plan, current, now)?.team ?? []), 'supervisor', 'manager'];
}

const common = { roles: ['supervisor', 'manager'], states: OPEN_STATES, performers: team } as const;

export const formEmergencyTeamAction = defineAction({
  ...common,
  action: 'FORM_EMERGENCY_TEAM',
  description: 'Mutation `formEmergencyTeam`.',
  rules: [isEmergency],
});

export const recordEmergencyMeetingAction = defineAction({
  ...common,
  action: 'RECORD_EMERGENCY_MEETING',
  description: 'Mutation `recordEmergencyMeeting`.',
  rules: [asks('MEETING')],
});

export const recordRiskAssessmentAction = defineAction({
  ...common,
  action: 'RECORD_RISK_ASSESSMENT',
  description: 'Mutation `recordRiskAssessment`.',
  rules: [asks('RISK_ASSESSMENT')],
});

export const recordEmergencyStepAction = defineAction({
  ...common,
  action: 'RECORD_EMERGENCY_STEP',
  description: 'Mutation `recordEmergencyStep`.',
  rules: [isEmergency],
});

/** A report is written where the regulation has the paper; in an emergency, where it also names emergencies. */
const asksForReport: CaseRule = ({ plan, case: current, now }) => {
  if (majorReportPaper(plan) === undefined) return { code: 'CASE_NO_EMERGENCY' };
  const onlyThen = (plan?.regulation.emergency ?? []).length > 0;
  return onlyThen && emergencyOf(plan, current, now) === undefined ? { code: 'CASE_NO_EMERGENCY' } : undefined;
};

export const writeMajorReportAction = defineAction({
  ...common,
  action: 'WRITE_MAJOR_REPORT',
  description: 'Mutation `writeMajorReport`.',
  states: [...OPEN_STATES, 'CLOSED'],
  rules: [asksForReport],
});
