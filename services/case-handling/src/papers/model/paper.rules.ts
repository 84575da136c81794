import { STAFF_ROLES } from '@redress/kernel';
import { defineAction } from '../../complaint-case/model/action.model';
import { CASE_STATES } from '../../complaint-case/model/case.transitions';
import { nextPosition } from './paper.model';

export const handOutCopyAction = defineAction({
  action: 'HAND_OUT_COPY',
  description: 'Mutation `handOutCopy`, for a paper of the case.',
  roles: STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor'),
  states: CASE_STATES,
  rules: [({ case: current }) => (nextPosition(current) > 1 ? undefined : { code: 'CASE_PAPER_UNKNOWN' })],
});
