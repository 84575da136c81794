import type { StartedClock } from '../case.model';

/** A clock in an event. */
export function clockData({ clockId, stage, startedAt, due }: StartedClock) {
  return { clockId, stage, startedAt: startedAt.toISOString(), dueAt: due.dueAt.toISOString() };
}

/** The row of a clock that starts. */
export function clockRow({ clockId, stage, kind, startedAt, due }: StartedClock) {
  const { dueAt, ...proof } = due;
  return {
    id: clockId,
    stage,
    kind,
    state: 'RUNNING',
    started_at: startedAt,
    due_at: dueAt,
    proof: JSON.stringify(proof),
  };
}
