import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseRule } from '../../complaint-case/model/case.rules';
import { fileOf } from './archive.model';

const archivable: CaseRule = ({ plan, case: current }) => {
  if (plan?.regulation.archive === undefined) return { code: 'CASE_ARCHIVE_NOT_REGULATED' };
  return fileOf(current) === undefined ? undefined : { code: 'CASE_ARCHIVED_ALREADY' };
};

const archived: CaseRule = ({ case: current }) =>
  fileOf(current) === undefined ? { code: 'CASE_NOT_ARCHIVED' } : undefined;

const held: CaseRule = ({ case: current }) =>
  (fileOf(current)?.holds ?? []).length > 0 ? undefined : { code: 'CASE_HOLD_UNKNOWN' };

/** Nothing is destroyed before its time is over, or while a hold is in force. */
const timeIsOver: CaseRule = ({ case: current, now }) => {
  const file = fileOf(current);
  if (file === undefined) return undefined;
  if (file.holds.length > 0) return { code: 'CASE_UNDER_LEGAL_HOLD' };
  return file.keepUntil <= now.toISOString()
    ? undefined
    : { code: 'CASE_KEPT_UNTIL', facts: { keepUntil: file.keepUntil } };
};

const notProposed: CaseRule = ({ case: current }) =>
  fileOf(current)?.proposedBy === undefined ? undefined : { code: 'CASE_DESTRUCTION_PROPOSED_ALREADY' };

/** Two persons destroy a file together. */
const proposedByAnother: CaseRule = ({ actor, case: current }) => {
  const file = fileOf(current);
  if (file?.proposedBy === undefined) return { code: 'CASE_DESTRUCTION_NOT_PROPOSED' };
  return file.proposedBy === actor.subject ? { code: 'REGULATION_FOUR_EYES' } : undefined;
};

const KEEPERS = ['supervisor', 'manager', 'admin'] as const;

export const archiveCaseAction = defineAction({
  action: 'ARCHIVE_CASE',
  description: 'Mutation `archiveCase`; a case that is closed is archived by itself.',
  roles: [...KEEPERS, 'handler'],
  states: ['CLOSED'],
  rules: [archivable],
});

export const placeLegalHoldAction = defineAction({
  action: 'PLACE_LEGAL_HOLD',
  description: 'Mutation `placeLegalHold`.',
  roles: KEEPERS,
  states: ['CLOSED'],
  rules: [archived],
});

export const liftLegalHoldAction = defineAction({
  action: 'LIFT_LEGAL_HOLD',
  description: 'Mutation `liftLegalHold`.',
  roles: KEEPERS,
  states: ['CLOSED'],
  rules: [archived, held],
});

export const proposeDestructionAction = defineAction({
  action: 'PROPOSE_DESTRUCTION',
  description: 'Mutation `proposeDestruction`.',
  roles: KEEPERS,
  states: ['CLOSED'],
  rules: [archived, timeIsOver, notProposed],
});

export const confirmDestructionAction = defineAction({
  action: 'CONFIRM_DESTRUCTION',
  description: 'Mutation `confirmDestruction`.',
  roles: KEEPERS,
  states: ['CLOSED'],
  rules: [archived, timeIsOver, proposedByAnother],
});
