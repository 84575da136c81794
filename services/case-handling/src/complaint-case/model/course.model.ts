import { papersOfStages } from '../../papers/model/draw-up-papers.model';
import { definitionOf, type CaseFact, type LaterFact } from '../../case-facts.model';
import type { ComplaintCase } from './case.model';
import type { CasePlan } from './case-plan.model';
import { clocksToDiscontinue, clocksToStart, clocksToStop } from './course-clocks.model';
import { stagesAfter } from './course-stages.model';
import { evolve, openedCase } from './evolve-case.model';
import type { CaseOpened } from './facts/intake.events';
import { levelToChange } from './level.model';
import { stageStates } from './stage-states.model';

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

/**
 * Adds a fact and what follows from it by the regulation: the stages that it finishes, the level that it gives, the
 * clocks that stop, fall away or start.
 */
export function take(course: Course, fact: LaterFact, context: DecisionContext): Course {
  const { case: current } = course;
  const states = stageStates(context.plan, current, context.now);
  const { stages, finished, stage } = stagesAfter(current, states, fact, context);
  const evolved = evolve(current, fact);
  const moments = { ...evolved.moments, ...momentsOf(fact, finished) };
  const stamped = fact.stage === undefined && stage !== undefined ? { ...fact, stage } : fact;
  const taken = { case: { ...evolved, stages, moments }, facts: [...course.facts, stamped] };
  const written = withFacts(taken, papersOfStages(current, taken.case, fact, context));
  return followed(withFacts(written, clocksToStop(current, states, finished, fact, context.plan)), fact, context);
}

/** What follows once the fact itself is taken: a new level, and clocks of a plan that has changed by it. */
export function followed(course: Course, cause: Pick<LaterFact, 'at' | 'by'>, context: DecisionContext): Course {
  if (context.plan === undefined) return course;
  const levelled = withFacts(course, levelToChange(course.case, cause, context));
  const discontinued = withFacts(levelled, clocksToDiscontinue(levelled.case, cause, context));
  return withFacts(discontinued, clocksToStart(discontinued.case, cause, context));
}

/**
 * The course that begins with an opening: the clocks that receipt starts stand in the opening itself, what follows at
 * once comes after it.
 */
export function beginning(
  opened: CaseOpened,
  context: DecisionContext,
): { readonly opened: CaseOpened; readonly course: Course } {
  const bare = openedCase(opened);
  const levels = levelToChange(bare, opened, context);
  const levelled = levels.reduce(evolve, bare);
  const clocks = clocksToStart(levelled, opened, context).map(({ clock }) => clock);
  const complete = { ...opened, clocks };
  const current = openedCase(complete);
  const states = stageStates(context.plan, current, context.now);
  const { stages, finished } = stagesAfter(current, states, complete, context);
  const moments = { ...current.moments, ...momentsOf(complete, finished) };
  const course = courseOf({ ...current, stages, moments: { ...moments, RECEIPT: current.receivedAt } });
  const stopped = withFacts(course, clocksToStop(current, states, finished, complete, context.plan));
  return { opened: complete, course: followed(withFacts(stopped, levels), opened, context) };
}

function withFacts(course: Course, facts: readonly LaterFact[]): Course {
  return facts.reduce<Course>(
    (before, fact) => ({ case: evolve(before.case, fact), facts: [...before.facts, fact] }),
    course,
  );
}

function momentsOf(fact: CaseFact, finished: readonly string[]): Record<string, Date> {
  const { starts } = definitionOf(fact.type);
  const names = [...(starts === undefined ? [] : [starts]), ...finished.map((stage) => `STAGE:${stage}`)];
  return Object.fromEntries(names.map((name) => [name, fact.at]));
}
