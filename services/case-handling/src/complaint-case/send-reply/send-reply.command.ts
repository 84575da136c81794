import type { ReplyForm } from '../model/case.model';

/** `DECISION` tells the complainant the approved resolution; `PROGRESS` says how far the case has come. */
export type ReplyPurpose = 'DECISION' | 'PROGRESS';

/** What is told to the complainant. */
export interface SendReply {
  readonly purpose: ReplyPurpose;
  readonly form: ReplyForm;
  readonly text: string;
}
