import type { Channel } from '@redress/contracts';
import type { Identity } from '../../customer/model/customer.model';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { LetterLanguage, LetterMedium, LetterPurpose, LetterState, Telling } from './letter.model';

/** A letter with what has to be known of its complaint and its addressee to write it. */
export interface LetterFile {
  readonly id: string;
  readonly complaintId: string;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly medium: LetterMedium;
  readonly state: LetterState;
  readonly replyId: string | undefined;
  readonly tells: readonly Telling[];
  readonly failures: number;
  readonly round: number;
  readonly version: number;
  readonly sealedText: Buffer | undefined;
  readonly sealedContent: Buffer | undefined;
  readonly complaint: {
    readonly number: string;
    readonly channel: Channel;
    readonly receivedAt: Date;
  };
  /** Absent when the addressee's data was erased. */
  readonly addressee: { readonly identity: Identity; readonly key: SubjectKey } | undefined;
}
