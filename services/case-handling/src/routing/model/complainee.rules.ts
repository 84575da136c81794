import type { CaseRule } from '../../complaint-case/model/case.rules';
import { defineAction } from '../../complaint-case/model/action.model';
import { isComplainee } from './complainee.model';

/** Nobody acts on a complaint against themselves or their own unit (被投诉人应当回避). */
export const standsAside: CaseRule = ({ actor, case: current }) =>
  isComplainee(current, actor) ? { code: 'CASE_ACTOR_IS_COMPLAINEE' } : undefined;

export const nameComplaineeAction = defineAction({
  action: 'NAME_COMPLAINEE',
  description: 'Mutation `nameComplainee`.',
  roles: ['agent', 'handler', 'supervisor', 'manager'],
  states: ['REGISTERED', 'ACCEPTED', 'INVESTIGATION', 'RESOLUTION', 'REPLY', 'CONSENT', 'EXECUTION'],
  rules: [],
});
