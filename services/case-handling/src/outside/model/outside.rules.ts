import { STAFF_ROLES } from '@redress/kernel';
import { conditionHolds } from '@redress/regulations';
import { defineAction } from '../../complaint-case/model/action.model';
import { factsOfCase } from '../../complaint-case/model/case-facts-of.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { CaseRule } from '../../complaint-case/model/case.rules';
import { CASE_STATES, OPEN_STATES } from '../../complaint-case/model/case.transitions';
import { consequencesOf } from '../../validity/model/consequences.model';
import { openProceedings } from './outside.model';

const anyStaff = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');

/** Where the regulation speaks of legal steps for such a case, or what was found leads to legal means. */
const legalStepsProvided: CaseRule = ({ case: current, plan, now }) => {
  const legal = plan?.regulation.legal;
  const provided =
    plan !== undefined && legal !== undefined && conditionHolds(plan.regulation, legal.when, factsOfCase(current, now));
  const follows = consequencesOf(plan, current.validity).includes('LEGAL_MEANS');
  return provided || follows ? undefined : { code: 'CASE_LEGAL_NOT_REGULATED' };
};

/** Referring is open to whoever handles the case, the steps themselves to those whom the regulation names. */
export const referToLegalAction = defineAction({
  action: 'REFER_TO_LEGAL',
  description: 'Mutation `referToLegal`.',
  roles: ['agent', 'handler', 'supervisor', 'manager'],
  states: OPEN_STATES,
  rules: [legalStepsProvided],
});

export const recordLegalStepAction = defineAction({
  action: 'RECORD_LEGAL_STEP',
  description: 'Mutation `recordLegalStep`.',
  roles: ['manager'],
  states: CASE_STATES,
  performers: ({ regulation }: CasePlan) => regulation.legal?.performers,
  rules: [legalStepsProvided],
});

export const recordExternalProceedingAction = defineAction({
  action: 'RECORD_EXTERNAL_PROCEEDING',
  description: 'Mutation `recordExternalProceeding`.',
  roles: anyStaff,
  states: CASE_STATES,
  rules: [
    ({ plan }) => ((plan?.regulation.externalBodies ?? []).length > 0 ? undefined : { code: 'CASE_BODIES_NOT_NAMED' }),
  ],
});

export const recordExternalOutcomeAction = defineAction({
  action: 'RECORD_EXTERNAL_OUTCOME',
  description: 'Mutation `recordExternalOutcome`, for a proceeding that has not ended.',
  roles: anyStaff,
  states: CASE_STATES,
  rules: [({ case: { kept } }) => (openProceedings(kept).length > 0 ? undefined : { code: 'CASE_PROCEEDING_UNKNOWN' })],
});
