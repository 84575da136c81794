import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseRule } from '../../complaint-case/model/case.rules';
import { visitsOf, type RepairState } from './repair-visit.model';

const STATES = ['INVESTIGATION', 'RESOLUTION', 'REPLY', 'CONSENT', 'EXECUTION'] as const;

/** Somebody is sent where the regulation knows repairs, or where one was granted. */
const knowsRepairs: CaseRule = ({ plan, case: { resolution } }) =>
  plan?.regulation.remedies.some(({ remedy }) => remedy === 'REPAIR') === true ||
  resolution?.remedies.some(({ kind }) => kind === 'REPAIR') === true
    ? undefined
    : { code: 'CASE_REPAIR_NOT_REGULATED' };

function has(state: RepairState): CaseRule {
  return ({ case: current }) =>
    visitsOf(current).some((visit) => visit.state === state) ? undefined : { code: 'CASE_VISIT_UNKNOWN' };
}

export const planRepairVisitAction = defineAction({
  action: 'PLAN_REPAIR_VISIT',
  description: 'Mutation `planRepairVisit`.',
  roles: ['agent', 'handler', 'supervisor'],
  states: STATES,
  rules: [knowsRepairs],
});

export const recordRepairVisitAction = defineAction({
  action: 'RECORD_REPAIR_VISIT',
  description: 'Mutation `recordRepairVisit`.',
  roles: ['agent', 'handler', 'supervisor'],
  states: STATES,
  rules: [has('PLANNED')],
});

export const confirmRepairAction = defineAction({
  action: 'CONFIRM_REPAIR',
  description: 'Mutation `confirmRepair`.',
  roles: ['agent', 'handler', 'supervisor', 'customer'],
  states: STATES,
  openToComplainee: true,
  rules: [has('CARRIED_OUT')],
});
