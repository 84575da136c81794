import { consentRecorded, replySent } from '@redress/contracts';
import type { ConsentDecision, ReplyForm } from '../case.model';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../fact.model';
import { present } from '../present-members.model';
import { resolutionChange, stepped, withResolution } from './resolution-change.model';

export interface ReplySent extends Fact<'REPLY_SENT'> {
  readonly replyId: string;
  /** Absent for information on progress. */
  readonly resolutionId?: string;
  readonly form: ReplyForm;
  readonly text: string;
  readonly firstReply: boolean;
}
export interface ConsentRecorded extends Fact<'CONSENT_RECORDED'> {
  readonly consentId: string;
  readonly resolutionId: string;
  readonly decision: ConsentDecision;
  readonly note?: string;
}

export const replySentFact = defineFact<ReplySent>({
  type: 'REPLY_SENT',
  description: 'The complainant was told something.',
  visibleToComplainant: true,
  stageKinds: ['REPLY', 'RESOLUTION'],
  action: ({ resolutionId }) => (resolutionId === undefined ? 'SEND_PROGRESS' : 'SEND_REPLY'),
  effect: (current, { at, resolutionId }) => ({
    firstReplyAt: current.firstReplyAt ?? at,
    ...(resolutionId === undefined ? {} : withResolution(current, { communicatedAt: at })),
  }),
  finishes: ({ resolutionId, firstReply }, { kind }) =>
    (kind === 'FIRST_RESPONSE' && firstReply) || kind === (resolutionId === undefined ? 'PROGRESS' : 'REPLY'),
  stores: (_, { replyId, resolutionId, form, text, by, at }): readonly RowChange[] => [
    {
      insert: 'reply',
      rows: [{ id: replyId, resolution_id: resolutionId ?? null, form, text, sent_by: by, sent_at: at }],
    },
    ...(resolutionId === undefined ? [] : [resolutionChange(resolutionId, { communicated_at: at })]),
  ],
  publish: (after, fact) =>
    event(replySent, {
      ...keyOf(after),
      ...byOf(fact),
      replyId: fact.replyId,
      ...present({ resolutionId: fact.resolutionId }),
      form: fact.form,
      firstReply: fact.firstReply,
    }),
  details: ({ form, firstReply, resolutionId }) => ({
    form,
    firstReply,
    purpose: resolutionId === undefined ? 'PROGRESS' : 'DECISION',
  }),
});

export const consentRecordedFact = defineFact<ConsentRecorded>({
  type: 'CONSENT_RECORDED',
  description: 'The complainant agreed or objected.',
  visibleToComplainant: true,
  stageKinds: ['RESOLUTION'],
  action: ({ decision }) => (decision === 'ACCEPTED' ? 'RECORD_CONSENT' : 'RECORD_OBJECTION'),
  effect: (current, { decision }) => stepped(current, decision === 'ACCEPTED' ? 'accept' : 'object'),
  // The texts ask for a solution agreed with the complainant, so a proposal alone does not stop the clock.
  finishes: ({ decision }, { kind }) => kind === 'RESOLUTION' && decision === 'ACCEPTED',
  stores: (_, { consentId, resolutionId, decision, note, by, at }): readonly RowChange[] => [
    {
      insert: 'consent',
      rows: [
        { id: consentId, resolution_id: resolutionId, decision, note: note ?? null, recorded_by: by, recorded_at: at },
      ],
    },
    resolutionChange(resolutionId, { state: decision }),
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
