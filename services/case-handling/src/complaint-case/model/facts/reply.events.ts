import { consentRecorded, replySent } from '@redress/contracts';
import type { StageKind } from '@redress/regulations';
import type { ComplaintCase, ConsentDecision, ReplyForm, ReplyPurpose } from '../case.model';
import type { CaseAction } from '../case.transitions';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../fact.model';
import { present } from '../present-members.model';
import { resolutionChange, stepped, withResolution } from './resolution-change.model';

export interface ReplySent extends Fact<'REPLY_SENT'> {
  readonly replyId: string;
  /** Absent for information on progress. */
  readonly resolutionId?: string;
  readonly purpose: ReplyPurpose;
  readonly form: ReplyForm;
  readonly text: string;
  readonly firstReply: boolean;
  /** Whether a complaint that is not established may be closed after it. */
  readonly closes?: boolean;
  /** Why it was not in writing. */
  readonly reason?: string;
  readonly reviewedBy?: string;
}
export interface ConsentRecorded extends Fact<'CONSENT_RECORDED'> {
  readonly consentId: string;
  readonly resolutionId: string;
  readonly decision: ConsentDecision;
  /** Whether the way in which handling goes on says which stages open again. */
  readonly awaitsPath?: boolean;
  readonly note?: string;
}

const ACTION: Readonly<Record<ReplyPurpose, CaseAction | undefined>> = {
  DECISION: 'SEND_REPLY',
  PROGRESS: 'SEND_PROGRESS',
  ANSWER: 'SEND_ANSWER',
  // Said on the way to the closing that follows it.
  REFUSAL: undefined,
  EXPLANATION: undefined,
  EXPLANATION_AND_APOLOGY: undefined,
  EDUCATION: undefined,
};
const FINISHED: Readonly<Record<ReplyPurpose, StageKind | undefined>> = {
  DECISION: 'REPLY',
  PROGRESS: 'PROGRESS',
  ANSWER: 'ANSWER',
  REFUSAL: undefined,
  EXPLANATION: 'REPLY',
  EXPLANATION_AND_APOLOGY: 'REPLY',
  EDUCATION: 'REPLY',
};

export const replySentFact = defineFact<ReplySent>({
  type: 'REPLY_SENT',
  description: 'The complainant was told something.',
  visibleToComplainant: true,
  stageKinds: ['REPLY', 'ANSWER', 'RESOLUTION'],
  action: ({ purpose }) => ACTION[purpose],
  effect: (current, { at, resolutionId, purpose, closes }) => ({
    firstReplyAt: current.firstReplyAt ?? at,
    ...(purpose === 'ANSWER' ? { moments: { ...current.moments, ANSWERED: at } } : {}),
    ...(closes === true ? { kept: { ...current.kept, closingReplies: [...closingReplies(current), purpose] } } : {}),
    ...(resolutionId === undefined ? {} : withResolution(current, { communicatedAt: at })),
  }),
  finishes: ({ purpose, firstReply }, { kind }) =>
    (kind === 'FIRST_RESPONSE' && firstReply) || kind === FINISHED[purpose],
  stores: (_, fact): readonly RowChange[] => [
    { insert: 'reply', rows: [replyRow(fact)] },
    ...(fact.resolutionId === undefined ? [] : [resolutionChange(fact.resolutionId, { communicated_at: fact.at })]),
  ],
  publish: (after, fact) =>
    event(replySent, {
      ...keyOf(after),
      ...byOf(fact),
      replyId: fact.replyId,
      ...present({ resolutionId: fact.resolutionId }),
      form: fact.form,
      purpose: fact.purpose,
      firstReply: fact.firstReply,
    }),
  details: ({ form, firstReply, purpose }) => ({ form, firstReply, purpose }),
});

export const consentRecordedFact = defineFact<ConsentRecorded>({
  type: 'CONSENT_RECORDED',
  description: 'The complainant agreed or objected.',
  visibleToComplainant: true,
  stageKinds: ['RESOLUTION'],
  action: ({ decision }) => (decision === 'OBJECTED' ? 'RECORD_OBJECTION' : 'RECORD_CONSENT'),
  effect: (current, { decision }) => stepped(current, decision === 'OBJECTED' ? 'object' : 'accept'),
  reopens: ({ decision, awaitsPath }) =>
    decision === 'OBJECTED' && awaitsPath !== true ? ['PROPOSAL', 'APPROVAL', 'REPLY'] : [],
  // The texts ask for a solution agreed with the complainant, so a proposal alone does not stop the clock.
  finishes: ({ decision }, { kind }) => kind === 'RESOLUTION' && decision !== 'OBJECTED',
  stores: (_, { consentId, resolutionId, decision, note, by, at }): readonly RowChange[] => [
    {
      insert: 'consent',
      rows: [
        { id: consentId, resolution_id: resolutionId, decision, note: note ?? null, recorded_by: by, recorded_at: at },
      ],
    },
    resolutionChange(resolutionId, { state: decision === 'OBJECTED' ? 'OBJECTED' : 'ACCEPTED' }),
  ],
  publish: (after, fact) =>
    event(consentRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      decision: fact.decision,
    }),
  details: ({ decision }) => ({ decision }),
});

function closingReplies({ kept }: ComplaintCase): readonly unknown[] {
  const told = kept['closingReplies'];
  return Array.isArray(told) ? told : [];
}

function replyRow({ replyId: id, resolutionId, purpose, form, text, reason, reviewedBy, by, at }: ReplySent) {
  return {
    id,
    resolution_id: resolutionId ?? null,
    purpose,
    form,
    text,
    reason: reason ?? null,
    reviewed_by: reviewedBy ?? null,
    sent_by: by,
    sent_at: at,
  };
}
