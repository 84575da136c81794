import { dueAt, elapsed, workingTimeOf } from '@redress/regulations';
import { definitionOf, type CaseFact } from '../../case-facts.model';
import type { ComplaintCase, StageClock } from './case.model';
import type { CasePlan } from './case-plan.model';
import type { ClockCompleted, ClockDiscontinued, ClockStarted } from './facts/clock.events';
import { stageStates, type StageState } from './stage-states.model';

type Cause = Pick<CaseFact, 'at' | 'by'>;
interface Planning {
  readonly now: Date;
  readonly newId: () => string;
  readonly plan: CasePlan | undefined;
}

/** The clocks that a fact stops: those of the stages it finished, and of stages that no plan knows. */
export function clocksToStop(
  { clocks }: ComplaintCase,
  states: readonly StageState[],
  finished: readonly string[],
  fact: CaseFact,
  plan: CasePlan | undefined,
): ClockCompleted[] {
  const definition = definitionOf(fact.type);
  const known = new Set(states.map(({ planned }) => planned.stage));
  return clocks
    .filter(
      (clock) =>
        clock.state === 'RUNNING' &&
        (finished.includes(clock.stage) || (!known.has(clock.stage) && definition.finishes?.(fact, clock) === true)),
    )
    .map((clock) => ({
      type: 'CLOCK_COMPLETED',
      at: fact.at,
      by: fact.by,
      clockId: clock.id,
      stage: clock.stage,
      dueAt: clock.due.dueAt,
      inTime: fact.at.getTime() <= clock.due.dueAt.getTime(),
      ...workedUntil(clock, fact.at, plan),
    }));
}

const HOUR_MS = 3_600_000;

/** How long the organisation was open while the clock ran, where its opening hours are known. */
function workedUntil(
  { startedAt }: StageClock,
  at: Date,
  plan: CasePlan | undefined,
): Pick<ClockCompleted, 'workedMs'> {
  const workingTime = plan === undefined ? undefined : workingTimeOf(plan.settings);
  if (workingTime?.openingHours === undefined) return {};
  return { workedMs: Math.round(elapsed('WORKING_HOURS', startedAt, at, workingTime) * HOUR_MS) };
}

/** Clocks of stages that the regulation no longer plans for the case as it is now. */
export function clocksToDiscontinue(current: ComplaintCase, { at, by }: Cause, { plan, now }: Planning) {
  const fallen = stageStates(plan, current, now).filter(({ state }) => state === 'NOT_PLANNED' || state === 'SKIPPED');
  const stages = new Set(fallen.map(({ planned }) => planned.stage));
  return current.clocks
    .filter((clock) => clock.state === 'RUNNING' && stages.has(clock.stage))
    .map(({ id, stage }): ClockDiscontinued => ({ type: 'CLOCK_DISCONTINUED', at, by, clockId: id, stage }));
}

/** Clocks of stages that are planned, whose time has begun, and that nobody measures yet; started at that moment. */
export function clocksToStart(current: ComplaintCase, { at, by }: Cause, { plan, now, newId }: Planning) {
  if (plan === undefined) return [];
  const workingTime = workingTimeOf(plan.settings);
  return stageStates(plan, current, now).flatMap(({ planned, state }): ClockStarted[] => {
    const { deadline, stage, kind } = planned;
    const startedAt = deadline === undefined ? undefined : current.moments[deadline.startsAt];
    if (deadline === undefined || startedAt === undefined || !awaits(state)) return [];
    if (current.clocks.some((clock) => clock.stage === stage && measures(clock, startedAt))) return [];
    const due = dueAt(deadline.duration, startedAt, workingTime);
    return [{ type: 'CLOCK_STARTED', at, by, stage, clock: { clockId: newId(), stage, kind, startedAt, due } }];
  });
}

function awaits(state: StageState['state']): boolean {
  return state === 'CURRENT' || state === 'PLANNED' || state === 'BLOCKED' || state === 'SUBMITTED';
}

function measures(clock: StageClock, startedAt: Date): boolean {
  return clock.state === 'RUNNING' || (clock.state === 'COMPLETED' && clock.startedAt.getTime() >= startedAt.getTime());
}
