import { clockCompleted, clockDiscontinued, clockExtended, clockStarted, stageOverdue } from '@redress/contracts';
import type { FactSet } from '../model/fact-set.model';
import { clockFact, complaintFact } from '../model/fact-tables.model';
import { projecting, type Projection } from '../model/projection.model';
import { at, flag, oneMore } from './values.model';

/** Moves the next due date of an open complaint to the earliest clock that still runs. */
export function moveNextDue(facts: FactSet, complaintId: string): void {
  const complaint = facts.find(complaintFact, { complaint_id: complaintId });
  if (complaint === undefined || complaint.closed_at !== null) return;
  const running = facts
    .rowsOf(clockFact, complaintId)
    .flatMap(({ completed_at: completed, discontinued_at: discontinued, due_at: due }) =>
      completed === null && discontinued === null && due !== null ? [due.getTime()] : [],
    );
  const next = running.length === 0 ? null : new Date(Math.min(...running));
  facts.change(complaintFact, { complaint_id: complaintId, next_due_at: next });
}

/** Adds a clock that runs, for whom the case is with at that moment. */
export function startClock(
  facts: FactSet,
  complaintId: string,
  clock: { readonly clockId: string; readonly stage: string; readonly startedAt: string; readonly dueAt: string },
): void {
  const complaint = facts.find(complaintFact, { complaint_id: complaintId });
  facts.change(clockFact, {
    complaint_id: complaintId,
    clock_id: clock.clockId,
    stage: clock.stage,
    started_at: at(clock.startedAt),
    due_at: at(clock.dueAt),
    department: complaint?.department ?? null,
    handler: complaint?.handler ?? null,
  });
}

/** The clocks of a case. */
export const clockProjections: readonly Projection[] = [
  projecting(clockStarted, [complaintFact, clockFact], (data, facts) => {
    startClock(facts, data.complaintId, data);
    moveNextDue(facts, data.complaintId);
  }),

  projecting(clockCompleted, [complaintFact, clockFact], (data, facts) => {
    const complaint = facts.find(complaintFact, { complaint_id: data.complaintId });
    facts.change(clockFact, {
      complaint_id: data.complaintId,
      clock_id: data.clockId,
      stage: data.stage,
      due_at: at(data.dueAt),
      completed_at: at(data.completedAt),
      in_time: flag(data.inTime),
      ...(data.workedMs === undefined ? {} : { worked_ms: BigInt(data.workedMs) }),
      department: complaint?.department ?? null,
      handler: complaint?.handler ?? null,
    });
    moveNextDue(facts, data.complaintId);
  }),

  projecting(clockDiscontinued, [complaintFact, clockFact], (data, facts) => {
    facts.change(clockFact, {
      complaint_id: data.complaintId,
      clock_id: data.clockId,
      stage: data.stage,
      discontinued_at: at(data.discontinuedAt),
    });
    moveNextDue(facts, data.complaintId);
  }),

  projecting(clockExtended, [complaintFact, clockFact], (data, facts) => {
    const key = { complaint_id: data.complaintId, clock_id: data.clockId };
    const clock = facts.find(clockFact, key);
    facts.change(clockFact, {
      ...key,
      stage: data.stage,
      due_at: at(data.dueAt),
      extensions: oneMore(clock?.extensions),
    });
    const complaint = facts.find(complaintFact, { complaint_id: data.complaintId });
    facts.change(complaintFact, { complaint_id: data.complaintId, extensions: oneMore(complaint?.extensions) });
    moveNextDue(facts, data.complaintId);
  }),

  projecting(stageOverdue, [complaintFact, clockFact], (data, facts) => {
    facts.change(clockFact, {
      complaint_id: data.complaintId,
      clock_id: data.clockId,
      stage: data.stage,
      overdue_at: at(data.dueAt),
    });
    const complaint = facts.find(complaintFact, { complaint_id: data.complaintId });
    facts.change(complaintFact, {
      complaint_id: data.complaintId,
      overdue_stages: oneMore(complaint?.overdue_stages),
    });
  }),
];
