import { defineAction } from '../action.model';
import type { CaseRule } from '../case.rules';

const OPEN = ['REGISTERED', 'ACCEPTED', 'INVESTIGATION', 'RESOLUTION', 'REPLY', 'CONSENT', 'EXECUTION'] as const;

export const acceptCaseAction = defineAction({
  action: 'ACCEPT_CASE',
  description: 'Mutation `acceptCase`.',
  stageKinds: ['ACCEPTANCE'],
  roles: ['agent', 'handler', 'supervisor'],
  performers: ({ regulation }) => regulation.acceptance?.rulers,
  rules: [],
});

export const refuseAcceptanceAction = defineAction({
  action: 'REFUSE_ACCEPTANCE',
  description: 'Mutation `refuseAcceptance`.',
  stageKinds: ['ACCEPTANCE'],
  roles: ['agent', 'handler', 'supervisor'],
  performers: ({ regulation }) => regulation.acceptance?.rulers,
  rules: [
    ({ plan }) =>
      (plan?.regulation.acceptance?.grounds ?? []).length > 0 ? undefined : { code: 'CASE_ACCEPTANCE_NOT_RULED' },
  ],
});

export const assignCaseAction = defineAction({
  action: 'ASSIGN_CASE',
  description: 'Mutation `assignCase`.',
  stageKinds: ['ASSIGNMENT'],
  roles: ['supervisor'],
  rules: [],
});

export const changeLevelAction = defineAction({
  action: 'CHANGE_LEVEL',
  description: 'Mutation `changeLevel`.',
  roles: ['supervisor', 'manager'],
  states: OPEN,
  rules: [({ plan }) => (plan?.regulation.levels === undefined ? { code: 'CASE_LEVEL_UNKNOWN' } : undefined)],
});

/** Where the regulation speaks of no hand-over, there is nothing to record. */
const knowsHandOvers: CaseRule = ({ plan }) =>
  plan === undefined || plan.regulation.handOvers.length === 0 ? { code: 'CASE_HAND_OVER_UNKNOWN' } : undefined;

export const handOverAction = defineAction({
  action: 'HAND_OVER',
  description: 'Mutation `handOver`.',
  stageKinds: ['HAND_OVER'],
  roles: ['agent', 'handler', 'supervisor'],
  states: OPEN,
  performers: ({ regulation: { handOvers } }) =>
    handOvers.length === 0 ? undefined : handOvers.flatMap(({ from }) => from),
  rules: [knowsHandOvers],
});

/** Whether somebody is the receiver is known once the hand-over is read. */
export const confirmHandOverAction = defineAction({
  action: 'CONFIRM_HAND_OVER',
  description: 'Mutation `confirmHandOver`.',
  roles: ['agent', 'handler', 'supervisor', 'manager', 'finance'],
  states: OPEN,
  rules: [({ case: { kept } }) => (hasOpenHandOver(kept) ? undefined : { code: 'CASE_HAND_OVER_UNKNOWN' })],
});

function hasOpenHandOver(kept: Readonly<Record<string, unknown>>): boolean {
  const open = kept['handOvers'];
  return typeof open === 'number' && open > 0;
}
