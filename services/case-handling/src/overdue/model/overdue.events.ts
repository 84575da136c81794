import { overdueInquiryAnswered, overdueInquiryIssued, reminderIssued, stageOverdue } from '@redress/contracts';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import { present } from '../../complaint-case/model/present-members.model';
import { withPaper } from '../../papers/model/paper.model';
import { withInquiry, withoutInquiry } from './open-inquiries.model';

export interface StageOverdue extends Fact<'STAGE_OVERDUE'> {
  readonly clockId: string;
  readonly stage: string;
  readonly dueAt: Date;
}

/** A paper that urges, or that asks why; `clockId` is absent for one that a person wrote. */
interface OverduePaper {
  readonly paperId: string;
  /** Its name in the regulation. */
  readonly paper: string;
  readonly number: string;
  readonly clockId?: string;
  /** The due date that was missed; another one after an extension calls for a paper of its own. */
  readonly dueAt?: Date;
  /** Roles and parties that it goes to. */
  readonly to: readonly string[];
  /** What a person added; stays in this service. */
  readonly text?: string;
}
export type ReminderIssued = Fact<'REMINDER_ISSUED'> & OverduePaper;
export type OverdueInquiryIssued = Fact<'OVERDUE_INQUIRY_ISSUED'> & OverduePaper;

export interface OverdueInquiryAnswered extends Fact<'OVERDUE_INQUIRY_ANSWERED'> {
  readonly paperId: string;
  readonly cause: string;
  readonly measure: string;
}

export const stageOverdueFact = defineFact<StageOverdue>({
  type: 'STAGE_OVERDUE',
  description: 'The time of a stage ran out before it was finished.',
  stores: (_, { clockId, at }) => [{ update: 'stage_clock', key: { id: clockId }, set: { overdue_noticed_at: at } }],
  publish: (after, { clockId, stage, dueAt, at }) =>
    event(stageOverdue, { ...keyOf(after), clockId, stage, dueAt: dueAt.toISOString(), at: at.toISOString() }),
  details: ({ dueAt }) => ({ dueAt: dueAt.toISOString() }),
});

export const reminderIssuedFact = defineFact<ReminderIssued>({
  type: 'REMINDER_ISSUED',
  description: 'A reminder (催办单) was issued.',
  effect: (current, { paper, paperId }) => withPaper(current, paper, paperId),
  stores: (_, fact) => [paperRow('REMINDER', fact)],
  publish: (after, fact) => event(reminderIssued, paperData(after, fact)),
  details: paperDetails,
});

export const overdueInquiryIssuedFact = defineFact<OverdueInquiryIssued>({
  type: 'OVERDUE_INQUIRY_ISSUED',
  description: 'An inquiry into the cause of a delay (查办单) was issued.',
  effect: (current, { paper, paperId, stage, to }) => {
    const counted = { ...current, ...withPaper(current, paper, paperId) };
    return stage === undefined ? { kept: counted.kept } : withInquiry(counted, { paperId, stage, to: [...to] });
  },
  stores: (_, fact) => [paperRow('OVERDUE_INQUIRY', fact)],
  publish: (after, fact) => event(overdueInquiryIssued, paperData(after, fact)),
  details: paperDetails,
});

export const overdueInquiryAnsweredFact = defineFact<OverdueInquiryAnswered>({
  type: 'OVERDUE_INQUIRY_ANSWERED',
  description: 'The cause of a delay was explained.',
  effect: (current, { paperId }) => withoutInquiry(current, paperId),
  stores: (_, { paperId, at, by, cause, measure }) => [
    { update: 'overdue_paper', key: { id: paperId }, set: { answered_at: at, answered_by: by, cause, measure } },
  ],
  publish: (after, fact) => event(overdueInquiryAnswered, { ...keyOf(after), ...byOf(fact), paperId: fact.paperId }),
  details: ({ paperId }) => ({ paperId }),
});

function paperRow(kind: 'REMINDER' | 'OVERDUE_INQUIRY', fact: Fact<string> & OverduePaper): RowChange {
  const { paperId: id, paper, number, stage, clockId, dueAt, to, text, at, by } = fact;
  return {
    insert: 'overdue_paper',
    rows: [
      {
        id,
        kind,
        paper,
        number,
        stage: stage ?? null,
        clock_id: clockId ?? null,
        due_at: dueAt ?? null,
        addressees: JSON.stringify(to),
        text: text ?? null,
        issued_at: at,
        issued_by: by,
      },
    ],
  };
}

function paperData(after: ComplaintCase, fact: Fact<string> & OverduePaper) {
  const { paperId, paper, number, stage, clockId, to } = fact;
  return { ...keyOf(after), ...byOf(fact), paperId, paper, number, ...present({ stage, clockId }), to: [...to] };
}

function paperDetails({ paper, number }: OverduePaper) {
  return { paper, number };
}
