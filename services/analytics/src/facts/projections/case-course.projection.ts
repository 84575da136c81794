import {
  caseAccepted,
  caseAssigned,
  caseClosed,
  caseLevelChanged,
  caseOpened,
  caseReopened,
  caseUnmerged,
  consentRecorded,
  externalProceedingRecorded,
  investigationRecorded,
  replySent,
  resolutionApproved,
  resolutionExecuted,
  roundStarted,
  type EventDefinition,
} from '@redress/contracts';
import type { FactSet } from '../model/fact-set.model';
import type { RowOf } from '../model/fact-table.model';
import { clockFact, complaintFact, levelFact, replyFact } from '../model/fact-tables.model';
import { projecting, type Projection } from '../model/projection.model';
import { moveNextDue, startClock } from './clocks.projection';
import { at, flag, oneMore } from './values.model';

type Complaint = RowOf<typeof complaintFact>;

/** Paths of a further round that take the matter to somebody higher, or outside. */
const ESCALATING_PATHS: ReadonlySet<string> = new Set(['APPEAL', 'HAND_TO_SUPERIOR', 'EXTERNAL_BODY']);

function change(
  facts: FactSet,
  complaintId: string,
  values: (complaint: Complaint | undefined) => Partial<Complaint>,
): void {
  const key = { complaint_id: complaintId };
  facts.change(complaintFact, { ...key, ...values(facts.find(complaintFact, key)) });
}

/** It counts as open, by the clocks that run, until it is closed anew. */
function openAgain(facts: FactSet, complaintId: string): void {
  change(facts, complaintId, (complaint) => ({
    ...{ closed_at: null, outcome: null, timely: null },
    reopenings: oneMore(complaint?.reopenings),
  }));
  moveNextDue(facts, complaintId);
}

/** Declares an event that changes nothing but columns of the complaint. */
function changing<Data extends { readonly complaintId: string }>(
  definition: EventDefinition,
  values: (data: Data, complaint: Complaint | undefined) => Partial<Complaint>,
): Projection {
  return projecting(definition, [complaintFact], (data, facts) => {
    const known = data as Data;
    change(facts, known.complaintId, (complaint) => values(known, complaint));
  });
}

type Told = { readonly complaintId: string; readonly at: string };

/** The course of a case from its opening to its end. */
export const caseCourseProjections: readonly Projection[] = [
  projecting(caseOpened, [complaintFact, clockFact], (data, facts) => {
    change(facts, data.complaintId, () => ({ case_id: data.caseId, opened_at: at(data.openedAt), rounds: 1 }));
    for (const clock of data.clocks) startClock(facts, data.complaintId, clock);
    moveNextDue(facts, data.complaintId);
  }),

  changing<Told>(caseAccepted, (data, complaint) => ({ accepted_at: complaint?.accepted_at ?? at(data.at) })),

  projecting(caseAssigned, [complaintFact, clockFact], ({ complaintId, assignee, unitId }, facts) => {
    const whose = { handler: assignee, ...(unitId === undefined ? {} : { department: unitId }) };
    change(facts, complaintId, () => whose);
    for (const clock of facts.rowsOf(clockFact, complaintId)) {
      if (clock.completed_at !== null || clock.discontinued_at !== null) continue;
      facts.change(clockFact, { complaint_id: complaintId, clock_id: clock.clock_id, ...whose });
    }
  }),

  changing<{ complaintId: string; validity: string }>(investigationRecorded, ({ validity }) => ({ validity })),
  changing<Told>(resolutionApproved, (data, complaint) => ({ decided_at: complaint?.decided_at ?? at(data.at) })),
  changing<Told>(resolutionExecuted, (data) => ({ executed_at: at(data.at) })),

  projecting(replySent, [complaintFact, replyFact], (data, facts) => {
    change(facts, data.complaintId, (complaint) => ({
      replies: oneMore(complaint?.replies),
      ...(data.firstReply ? { first_reply_at: at(data.at) } : {}),
    }));
    facts.change(replyFact, {
      complaint_id: data.complaintId,
      reply_id: data.replyId,
      replied_by: data.by,
      replied_at: at(data.at),
      form: data.form,
      purpose: data.purpose ?? (data.resolutionId === undefined ? 'PROGRESS' : 'DECISION'),
      first_reply: flag(data.firstReply),
    });
  }),

  changing<{ complaintId: string; decision: string }>(consentRecorded, ({ decision }) =>
    decision === 'OBJECTED' ? { disputed: 1 } : {},
  ),

  projecting(
    caseLevelChanged,
    [complaintFact, levelFact],
    ({ complaintId, from, level, direction, track, because, at: when }, facts, event) => {
      // Whoever does not tell whether it rose is taken to have raised it, as all were before this was told.
      const rose = from !== undefined && direction !== 'LOWERED';
      change(facts, complaintId, (complaint) => ({
        level,
        track,
        ...(rose ? { escalations: oneMore(complaint?.escalations) } : {}),
      }));
      facts.change(levelFact, {
        complaint_id: complaintId,
        change_id: event.id,
        changed_at: at(when),
        from_level: from ?? null,
        to_level: level,
        track,
        automatic: flag(because.length > 0),
      });
    },
  ),

  projecting(
    caseClosed,
    [complaintFact, clockFact],
    ({ complaintId, closedAt, endedClocks, imported, ...data }, facts) => {
      const timely = imported?.timely ?? data.inTime;
      for (const clockId of endedClocks ?? [])
        facts.change(clockFact, { complaint_id: complaintId, clock_id: clockId, discontinued_at: at(closedAt) });
      change(facts, complaintId, () => ({
        ...{ closed_at: at(closedAt), outcome: data.outcome, next_due_at: null },
        ...(timely === undefined ? {} : { timely: flag(timely) }),
        ...(imported?.disputed === undefined ? {} : { disputed: flag(imported.disputed) }),
        ...(data.firstReplyAt === undefined ? {} : { first_reply_at: at(data.firstReplyAt) }),
      }));
    },
  ),

  projecting(roundStarted, [complaintFact, clockFact], ({ complaintId, round, path, reopened }, facts) => {
    change(facts, complaintId, (complaint) => ({
      rounds: round,
      ...(ESCALATING_PATHS.has(path) ? { escalations: oneMore(complaint?.escalations) } : {}),
    }));
    if (reopened) openAgain(facts, complaintId);
  }),

  projecting(caseUnmerged, [complaintFact, clockFact], ({ complaintId, reopened }, facts) => {
    if (reopened) openAgain(facts, complaintId);
  }),

  projecting(caseReopened, [complaintFact, clockFact], ({ complaintId, round }, facts) => {
    change(facts, complaintId, () => ({ rounds: round }));
    openAgain(facts, complaintId);
  }),

  changing(externalProceedingRecorded, () => ({ outside: 1 })),
];
