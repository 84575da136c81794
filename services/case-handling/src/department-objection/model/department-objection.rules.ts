import { STAFF_ROLES } from '@redress/kernel';
import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseRule, Situation } from '../../complaint-case/model/case.rules';
import { CASE_STATES } from '../../complaint-case/model/case.transitions';
import { performsAs } from '../../complaint-case/model/performs.model';
import { stageStates } from '../../complaint-case/model/stage-states.model';
import { responsibilityOf } from '../../responsibility/model/responsibility.model';
import { openObjection } from './department-objection.model';

const anyStaff = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');

/** Nothing that follows from the responsibility is carried out while a department objects to it. */
export const noObjectionOfDepartment: CaseRule = ({ case: current }) =>
  openObjection(current) === undefined ? undefined : { code: 'CASE_DEPARTMENT_OBJECTION_OPEN' };

const objectionsProvided: CaseRule = ({ plan }) =>
  plan?.regulation.departmentObjection === undefined ? { code: 'CASE_DEPARTMENT_NOT_REGULATED' } : undefined;

/** Where the regulation plans to determine who is responsible, it has been determined; otherwise the case was investigated. */
const responsibilityFound: CaseRule = ({ plan, case: current, now }) => {
  const stages = stageStates(plan, current, now).filter(
    ({ planned, state }) => planned.kind === 'RESPONSIBILITY' && state !== 'NOT_PLANNED',
  );
  if (responsibilityOf(current).determinations.length > 0) return undefined;
  const isFound = stages.length > 0 ? stages.some(({ state }) => state === 'DONE') : current.validity !== undefined;
  return isFound ? undefined : { code: 'CASE_RESPONSIBILITY_MISSING' };
};

/** The department for which the actor speaks: a party, or their unit. */
export function departmentOf({ actor, plan }: Situation, department: string): string | undefined {
  const isParty = plan?.regulation.parties.some(({ party }) => party === department) === true;
  const speaks = isParty ? performsAs(actor, plan, [department]) : actor.unitId === department;
  return speaks ? department : undefined;
}

export const objectAsDepartmentAction = defineAction({
  action: 'OBJECT_AS_DEPARTMENT',
  description: 'Mutation `objectAsDepartment`.',
  roles: anyStaff,
  states: CASE_STATES,
  // It is the very person or department against whom the complaint is that speaks here.
  openToComplainee: true,
  rules: [objectionsProvided, responsibilityFound, noObjectionOfDepartment],
});

export const decideDepartmentObjectionAction = defineAction({
  action: 'DECIDE_DEPARTMENT_OBJECTION',
  description: 'Mutation `decideDepartmentObjection`, by the superior whom the regulation names.',
  roles: ['supervisor', 'manager'],
  states: CASE_STATES,
  performers: ({ regulation }) => regulation.departmentObjection?.to,
  rules: [
    objectionsProvided,
    ({ actor, case: current }) => {
      const objection = openObjection(current);
      if (objection === undefined) return { code: 'CASE_DEPARTMENT_OBJECTION_UNKNOWN' };
      return objection.by === actor.subject ? { code: 'CASE_STAGE_OWN_WORK' } : undefined;
    },
  ],
});

/** Whether the department was found responsible, as far as it was written down which one was. */
export function isHeldResponsible({ case: current }: Pick<Situation, 'case'>, department: string): boolean {
  const held = responsibilityOf(current).determinations.flatMap((each) => each.department ?? []);
  if (held.length > 0) return held.includes(department);
  return current.departments.length === 0 || current.departments.includes(department);
}
