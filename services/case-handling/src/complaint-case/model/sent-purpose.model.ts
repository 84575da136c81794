import type { ReplyPurpose } from './case.model';

/** What a person may send a reply for; a refusal is written by refusing. */
export type SentPurpose = Exclude<ReplyPurpose, 'REFUSAL'>;
