import { caseAssigned, roundStarted } from '@redress/contracts';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import { stepped } from '../../complaint-case/model/facts/resolution-change.model';
import { present } from '../../complaint-case/model/present-members.model';
import { resolutionMachine } from '../../complaint-case/model/resolution.transitions';
import type { StageRecord } from '../../complaint-case/model/stage-record.model';
import {
  furtherHandlingOf,
  withFurtherHandling,
  type DissatisfactionPath,
  type DissatisfiedParty,
} from './further-handling.model';

export interface RoundStarted extends Fact<'ROUND_STARTED'> {
  readonly roundId: string;
  readonly round: number;
  readonly path: DissatisfactionPath;
  readonly openedBy: DissatisfiedParty;
  /** In the words of whoever is not satisfied; stays in this service. */
  readonly reason: string;
  readonly body?: string;
  /** Where the case goes back to; absent when it stays where it is. */
  readonly restoreTo?: 'INVESTIGATION' | 'RESOLUTION';
  /** Whether the case had been closed. */
  readonly reopened: boolean;
  /** Stages that are to be done anew. */
  readonly stages: readonly string[];
  /** What had been done on the stages before. */
  readonly stagesBefore: readonly StageRecord[];
  readonly deciders: readonly string[];
  readonly excluded: readonly string[];
}

/** A superior takes the case over. */
export type CaseTakenOver = Fact<'CASE_TAKEN_OVER'>;

export const roundStartedFact = defineFact<RoundStarted>({
  type: 'ROUND_STARTED',
  description: 'Somebody was not satisfied, and handling goes on in a further round.',
  visibleToComplainant: true,
  stageKinds: ['RESOLUTION', 'REPLY'],
  action: ({ restoreTo }) => (restoreTo === undefined ? undefined : `RESTORE_${restoreTo}`),
  effect: (current, fact) => ({ ...objected(current, fact), ...handledFurther(current, fact), round: fact.round }),
  clears: ({ reopened, restoreTo, path }) => [
    ...(reopened && restoreTo !== undefined ? (['outcome', 'closedAt', 'inTime'] as const) : []),
    ...(path === 'HAND_TO_SUPERIOR' ? (['assignee', 'assigneeUnit'] as const) : []),
  ],
  progress: (_, { stages, at, by }) =>
    stages.map((stage): StageRecord => ({ stage, state: 'OPEN', at, by, approvals: [] })),
  stores: (after, fact): readonly RowChange[] => [
    { insert: 'case_round', rows: [roundRow(fact)] },
    ...(after.resolution?.state === 'OBJECTED'
      ? [{ update: 'resolution', key: { id: after.resolution.id }, set: { state: 'OBJECTED' } }]
      : []),
  ],
  publish: (after, fact) =>
    event(roundStarted, {
      ...keyOf(after),
      ...byOf(fact),
      round: fact.round,
      path: fact.path,
      openedBy: fact.openedBy,
      ...present({ body: fact.body }),
      reopened: fact.reopened && fact.restoreTo !== undefined,
      stages: [...fact.stages],
    }),
  details: ({ round, path, openedBy, body }) => ({ round, path, openedBy, ...(body === undefined ? {} : { body }) }),
});

export const caseTakenOverFact = defineFact<CaseTakenOver>({
  type: 'CASE_TAKEN_OVER',
  description: 'A superior took the case over.',
  stageKinds: ['HAND_OVER', 'ASSIGNMENT'],
  effect: (current, { by }) => {
    const handling = furtherHandlingOf(current);
    return {
      assignee: by,
      ...(handling === undefined ? {} : withFurtherHandling(current, { ...handling, awaitsTakeOver: false })),
    };
  },
  publish: (after, fact) => event(caseAssigned, { ...keyOf(after), ...byOf(fact), assignee: fact.by }),
  details: ({ by }) => ({ assignee: by }),
});

/** A complainee objects to a decision that the complainant has not answered yet. */
function objected(current: ComplaintCase, { restoreTo }: RoundStarted): Partial<ComplaintCase> {
  const { state, resolution } = current;
  const isOpen = resolution !== undefined && resolutionMachine.next(resolution.state, 'object') !== undefined;
  return state === 'CONSENT' && restoreTo !== undefined && isOpen ? stepped(current, 'object') : {};
}

function handledFurther(current: ComplaintCase, { path, deciders, excluded }: RoundStarted): Partial<ComplaintCase> {
  const before = furtherHandlingOf(current);
  const taken = { ...before?.taken, [path]: (before?.taken[path] ?? 0) + 1 };
  if (path === 'EXTERNAL_BODY') {
    // Who handles and decides the case inside stays as it was.
    const rest = before ?? { path, deciders: [], excluded: [], awaitsTakeOver: false };
    return withFurtherHandling(current, { ...rest, taken });
  }
  const { resolution } = current;
  return withFurtherHandling(current, {
    path,
    taken,
    deciders,
    excluded,
    awaitsTakeOver: path === 'HAND_TO_SUPERIOR',
    ...(resolution === undefined ? {} : { follows: resolution.id }),
  });
}

function roundRow(fact: RoundStarted) {
  return {
    id: fact.roundId,
    number: fact.round,
    path: fact.path,
    opened_by: fact.openedBy,
    reason: fact.reason,
    body: fact.body ?? null,
    stages_before: JSON.stringify(fact.stagesBefore),
    started_at: fact.at,
    started_by: fact.by,
  };
}
