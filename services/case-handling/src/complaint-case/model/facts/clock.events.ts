import { clockCompleted, clockDiscontinued, clockStarted } from '@redress/contracts';
import type { StageClock, StartedClock } from '../case.model';
import { defineFact, event, keyOf, type Fact } from '../fact.model';
import { present } from '../present-members.model';
import { clockData, clockRow } from './clock-data.model';

export interface ClockStarted extends Fact<'CLOCK_STARTED'> {
  readonly clock: StartedClock;
}
export interface ClockCompleted extends Fact<'CLOCK_COMPLETED'> {
  readonly clockId: string;
  readonly stage: string;
  readonly dueAt: Date;
  readonly inTime: boolean;
  /** How long the organisation was open meanwhile. */
  readonly workedMs?: number;
}

/** The stage of the clock is no longer planned, so nobody measures it. */
export interface ClockDiscontinued extends Fact<'CLOCK_DISCONTINUED'> {
  readonly clockId: string;
  readonly stage: string;
}

/** A clock that was just started. */
export function runningClock({ clockId, ...clock }: StartedClock): StageClock {
  return { ...clock, id: clockId, state: 'RUNNING' };
}

export const clockStartedFact = defineFact<ClockStarted>({
  type: 'CLOCK_STARTED',
  description: 'The clock of a later stage was started.',
  effect: (current, { clock }) => ({ clocks: [...current.clocks, runningClock(clock)] }),
  stores: (_, { clock }) => [{ insert: 'stage_clock', rows: [clockRow(clock)] }],
  publish: (after, { clock }) => event(clockStarted, { ...keyOf(after), ...clockData(clock) }),
  details: ({ clock }) => ({ stage: clock.stage, dueAt: clock.due.dueAt.toISOString() }),
});

export const clockCompletedFact = defineFact<ClockCompleted>({
  type: 'CLOCK_COMPLETED',
  description: 'A stage was finished and its clock stopped.',
  effect: (current, { clockId, at }) => ({
    clocks: current.clocks.map((clock) =>
      clock.id === clockId ? { ...clock, state: 'COMPLETED' as const, stoppedAt: at } : clock,
    ),
  }),
  stores: (_, { clockId, at }) => [
    { update: 'stage_clock', key: { id: clockId }, set: { state: 'COMPLETED', stopped_at: at } },
  ],
  publish: (after, { at, clockId, stage, dueAt, inTime, workedMs }) =>
    event(clockCompleted, {
      ...keyOf(after),
      clockId,
      stage,
      completedAt: at.toISOString(),
      dueAt: dueAt.toISOString(),
      inTime,
      ...present({ workedMs }),
    }),
  details: ({ stage, dueAt, inTime }) => ({ stage, dueAt: dueAt.toISOString(), inTime }),
});

export const clockDiscontinuedFact = defineFact<ClockDiscontinued>({
  type: 'CLOCK_DISCONTINUED',
  description: 'A stage is no longer planned, so its clock was ended without result.',
  effect: (current, { clockId, at }) => ({
    clocks: current.clocks.map((clock) =>
      clock.id === clockId ? { ...clock, state: 'DISCONTINUED' as const, stoppedAt: at } : clock,
    ),
  }),
  stores: (_, { clockId, at }) => [
    { update: 'stage_clock', key: { id: clockId }, set: { state: 'DISCONTINUED', stopped_at: at } },
  ],
  publish: (after, { at, clockId, stage }) =>
    event(clockDiscontinued, { ...keyOf(after), clockId, stage, discontinuedAt: at.toISOString() }),
  details: ({ stage }) => ({ stage }),
});
