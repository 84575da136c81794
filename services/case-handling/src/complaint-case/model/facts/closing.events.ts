import { caseClosed } from '@redress/contracts';
import type { CaseOutcome, ComplaintCase, ImportedHistory, StageClock } from '../case.model';
import type { CaseAction } from '../case.transitions';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../fact.model';
import { AFTER_CLOSING } from '../after-closing.model';
import { rememberedStanding } from '../../../merged-cases/model/merge.model';
import { present } from '../present-members.model';
import { dropped, resolutionChange } from './resolution-change.model';

export interface CaseClosed extends Fact<'CASE_CLOSED'> {
  readonly outcome: CaseOutcome;
  readonly inTime?: boolean;
  readonly firstReplyAt?: Date;
  readonly imported?: ImportedHistory;
  /** Set for a complaint that the front line settled when it came in. */
  readonly onTheSpot?: boolean;
}

const CLOSING: Readonly<Record<CaseOutcome, CaseAction>> = {
  RESOLVED: 'CLOSE_AS_RESOLVED',
  NOT_ESTABLISHED: 'CLOSE_AS_NOT_ESTABLISHED',
  WITHDRAWN: 'CLOSE_AS_WITHDRAWN',
  REFUSED: 'REFUSE_ACCEPTANCE',
  ANSWERED: 'CLOSE_AS_ANSWERED',
  ADOPTED: 'CLOSE_AS_ADOPTED',
  NOT_ADOPTED: 'CLOSE_AS_NOT_ADOPTED',
  MERGED: 'CLOSE_AS_MERGED',
  FORWARDED: 'CLOSE_AS_FORWARDED',
  IMPORTED: 'CLOSE_AS_IMPORTED',
};

/** Whether closing the case ends the clock unfinished. */
export function endsAtClosing(clock: StageClock): boolean {
  return clock.state === 'RUNNING' && !AFTER_CLOSING.has(clock.kind) && clock.kind !== 'CLOSING';
}

/** Clocks that the closing ended. */
function endedWith({ clocks }: ComplaintCase, closedAt: Date): readonly string[] {
  return clocks
    .filter(({ state, stoppedAt }) => state === 'DISCONTINUED' && stoppedAt?.getTime() === closedAt.getTime())
    .map(({ id }) => id);
}

export const caseClosedFact = defineFact<CaseClosed>({
  type: 'CASE_CLOSED',
  description: 'The case was closed.',
  visibleToComplainant: true,
  stageKinds: ['CLOSING'],
  starts: 'CLOSING',
  action: ({ outcome, onTheSpot }) => (onTheSpot === true ? 'CLOSE_ON_THE_SPOT' : CLOSING[outcome]),
  effect: (current, { at, outcome, inTime, firstReplyAt, imported }) => ({
    outcome,
    closedAt: at,
    ...present({ inTime, firstReplyAt, imported }),
    clocks: current.clocks.map((clock) =>
      endsAtClosing(clock) ? { ...clock, state: 'DISCONTINUED' as const, stoppedAt: at } : clock,
    ),
    ...dropped(current),
    ...(outcome === 'MERGED' ? rememberedStanding(current) : {}),
  }),
  finishes: (_, { kind }) => kind === 'CLOSING',
  stores: (after, { at }): readonly RowChange[] => [
    ...endedWith(after, at).map((id) => ({
      update: 'stage_clock',
      key: { id },
      set: { state: 'DISCONTINUED', stopped_at: at },
    })),
    ...(after.resolution?.state === 'DROPPED' ? [resolutionChange(after.resolution.id, { state: 'DROPPED' })] : []),
  ],
  publish: (after, fact) =>
    event(caseClosed, {
      ...keyOf(after),
      ...byOf(fact),
      closedAt: fact.at.toISOString(),
      outcome: fact.outcome,
      ...present({
        inTime: fact.inTime,
        firstReplyAt: fact.firstReplyAt?.toISOString(),
        imported: fact.imported,
      }),
      endedClocks: [...endedWith(after, fact.at)],
    }),
  details: ({ outcome, inTime, onTheSpot }) => ({ outcome, ...present({ inTime, onTheSpot }) }),
});
