import { definitionOf, type LaterFact } from '../../case-facts.model';
import type { ComplaintCase } from './case.model';
import { clocksStartingAt, type CasePlan } from './case-plan.model';
import { evolve } from './evolve-case.model';
import type { ClockCompleted, ClockStarted } from './facts/clock.events';

/** What a decision needs from outside: the moment, new ids and the regulation that binds the case. */
export interface DecisionContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly plan: CasePlan | undefined;
}

/** What a command does to a case: the facts in order, and the case after them. */
export interface Course {
  readonly case: ComplaintCase;
  readonly facts: readonly LaterFact[];
}

/** A course on which nothing has happened yet. */
export function courseOf(current: ComplaintCase): Course {
  return { case: current, facts: [] };
}

/** Adds a fact and what follows from it by the regulation: the clocks it stops and those it starts. */
export function take(course: Course, fact: LaterFact, { plan, newId }: DecisionContext): Course {
  const definition = definitionOf(fact.type);
  const stopped = course.case.clocks
    .filter((clock) => clock.state === 'RUNNING' && definition.finishes?.(fact, clock) === true)
    .map((clock): ClockCompleted => ({
      type: 'CLOCK_COMPLETED',
      at: fact.at,
      by: fact.by,
      clockId: clock.id,
      stage: clock.stage,
      dueAt: clock.due.dueAt,
      inTime: fact.at.getTime() <= clock.due.dueAt.getTime(),
    }));
  const started =
    definition.starts === undefined
      ? []
      : clocksStartingAt(plan, definition.starts, fact.at, newId).map((clock): ClockStarted => ({
          type: 'CLOCK_STARTED',
          at: fact.at,
          by: fact.by,
          stage: clock.stage,
          clock,
        }));
  return [fact, ...stopped, ...started].reduce<Course>(
    (before, each) => ({ case: evolve(before.case, each), facts: [...before.facts, each] }),
    course,
  );
}
