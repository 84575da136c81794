import type { PersonalAction } from '../../case-actions.model';
import type { ReplyForm } from '../model/case.model';
import type { SentPurpose } from '../model/sent-purpose.model';

/** What is told to the complainant. */
export interface SendReply {
  readonly purpose: SentPurpose;
  /** The usual form of the regulation, where it is absent. */
  readonly form?: ReplyForm;
  /** Why it is not in writing. */
  readonly reason?: string;
  readonly text: string;
}

/** The action that a reply for a purpose is. */
export const REPLY_ACTION: Readonly<Record<SentPurpose, PersonalAction>> = {
  DECISION: 'SEND_REPLY',
  PROGRESS: 'SEND_PROGRESS',
  ANSWER: 'SEND_ANSWER',
  EXPLANATION: 'SEND_CLOSING_REPLY',
  EXPLANATION_AND_APOLOGY: 'SEND_CLOSING_REPLY',
  EDUCATION: 'SEND_CLOSING_REPLY',
};
