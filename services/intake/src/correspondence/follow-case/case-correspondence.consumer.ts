import { caseAssigned, replySent, type EventData } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { LetterMedium, LetterPurpose } from '../model/letter.model';
import { nameHandler, queueLetter, type QueueLetterPorts } from './queue-letter.handler';

/** Forms of a reply that go out from here, and how; the others are spoken, or on paper. */
const MEDIA: Readonly<Record<string, LetterMedium | 'ANY'>> = { WRITTEN: 'ANY', EMAIL: 'EMAIL', SMS: 'SMS' };

const PURPOSES: Readonly<Record<string, LetterPurpose>> = {
  DECISION: 'DECISION',
  PROGRESS: 'PROGRESS',
  ANSWER: 'ANSWER',
  REFUSAL: 'REFUSAL_OF_ACCEPTANCE',
  EXPLANATION: 'ANSWER',
  EXPLANATION_AND_APOLOGY: 'ANSWER',
  EDUCATION: 'ANSWER',
};

/** Writes to complainants what happens to their complaints in case handling. */
export function caseCorrespondenceConsumer(ports: QueueLetterPorts): EventHandlers {
  return {
    ...onEvent(replySent, async ({ data }, tx) => {
      const medium = MEDIA[data.form];
      if (medium === undefined) return;
      const { complaintId, replyId, by } = data;
      const request = { complaintId, purpose: purposeOf(data), source: `reply:${replyId}`, replyId, requestedBy: by };
      await queueLetter(tx, medium === 'ANY' ? request : { ...request, medium }, ports);
    }),
    ...onEvent(caseAssigned, async ({ id, data }, tx) => {
      const { complaintId, by } = data;
      await nameHandler(tx, { complaintId, source: `assigned:${id}`, requestedBy: by }, ports);
    }),
  };
}

/** A reply that carries a resolution tells the decision, unless it says itself what it is for. */
function purposeOf(data: EventData<typeof replySent>): LetterPurpose {
  const named = data.purpose === undefined ? undefined : PURPOSES[data.purpose];
  return named ?? (data.resolutionId === undefined ? 'PROGRESS' : 'DECISION');
}
