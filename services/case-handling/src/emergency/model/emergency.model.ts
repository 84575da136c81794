import { conditionHolds, type Regulation } from '@redress/regulations';
import { factsOfCase } from '../../complaint-case/model/case-facts-of.model';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

export type EmergencyDuty = Regulation['emergency'][number]['does'][number];
export const EMERGENCY_STEPS = [
  'TEAM',
  'MEETING',
  'RISK_ASSESSMENT',
  'CRISIS_HANDLING',
  'LEADERS_IN_PERSON',
  'COORDINATION_GROUP',
  'REPORT_UP',
  'MAJOR_REPORT',
] as const;
export type EmergencyStep = (typeof EMERGENCY_STEPS)[number];

/** Whether the regulation treats the case as an emergency now, and what it asks for then. */
export interface Emergency {
  readonly does: readonly EmergencyDuty[];
  /** Roles and parties that belong to the team. */
  readonly team: readonly string[];
  readonly immediately: boolean;
  readonly provisions: Regulation['emergency'];
}

/** What holds of the regulation's emergencies for the case now; undefined when none does. */
export function emergencyOf(plan: CasePlan | undefined, current: ComplaintCase, now: Date): Emergency | undefined {
  if (plan === undefined || plan.regulation.emergency.length === 0) return undefined;
  const facts = factsOfCase(current, now);
  const provisions = plan.regulation.emergency.filter(({ when }) => conditionHolds(plan.regulation, when, facts));
  if (provisions.length === 0) return undefined;
  return {
    does: [...new Set(provisions.flatMap(({ does }) => does))],
    team: [...new Set(provisions.flatMap(({ team }) => team))],
    immediately: provisions.some(({ immediately }) => immediately),
    provisions,
  };
}

const KEY = 'emergencyDone';

/** The steps that were taken, each named once. */
export function stepsTaken({ kept }: Pick<ComplaintCase, 'kept'>): readonly EmergencyStep[] {
  const done = kept[KEY];
  return Array.isArray(done) ? (done as readonly EmergencyStep[]) : [];
}

/** The case with one more step taken. */
export function withStep(current: ComplaintCase, step: EmergencyStep): Partial<ComplaintCase> {
  const done = stepsTaken(current);
  return done.includes(step) ? {} : { kept: { ...current.kept, [KEY]: [...done, step] } };
}

/** The paper that the regulation has written on a major complaint (投诉报告). */
export function majorReportPaper(plan: CasePlan | undefined) {
  return plan?.regulation.papers.find(({ kind }) => kind === 'MAJOR_COMPLAINT_REPORT');
}
