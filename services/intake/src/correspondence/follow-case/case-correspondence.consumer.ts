import { caseAssigned, replySent, type EventData } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { LetterPurpose } from '../model/letter.model';
import { nameHandler, queueLetter, type QueueLetterPorts } from './queue-letter.handler';

/** Forms of a reply that the organisation sends; others are spoken. */
const SENT_FORMS: ReadonlySet<string> = new Set(['WRITTEN', 'EMAIL']);

const PURPOSES: Readonly<Record<string, LetterPurpose>> = {
  DECISION: 'DECISION',
  PROGRESS: 'PROGRESS',
  ANSWER: 'ANSWER',
  REFUSAL: 'REFUSAL_OF_ACCEPTANCE',
  EXTENSION: 'EXTENSION',
};

/** Writes to complainants what happens to their complaints in case handling. */
export function caseCorrespondenceConsumer(ports: QueueLetterPorts): EventHandlers {
  return {
    ...onEvent(replySent, async ({ data }, tx) => {
      if (!SENT_FORMS.has(data.form)) return;
      const { complaintId, replyId, by } = data;
      const source = `reply:${replyId}`;
      await queueLetter(tx, { complaintId, purpose: purposeOf(data), source, replyId, requestedBy: by }, ports);
    }),
    ...onEvent(caseAssigned, async ({ id, data }, tx) => {
      const { complaintId, by } = data;
      await nameHandler(tx, { complaintId, source: `assigned:${id}`, requestedBy: by }, ports);
    }),
  };
}

/** A reply that carries a resolution tells the decision, unless it says itself what it is for. */
function purposeOf(data: EventData<typeof replySent>): LetterPurpose {
  const named = 'purpose' in data && typeof data.purpose === 'string' ? PURPOSES[data.purpose] : undefined;
  return named ?? (data.resolutionId === undefined ? 'PROGRESS' : 'DECISION');
}
