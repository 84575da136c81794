import type { ConsentDecision } from '../model/case.model';

/** What a complainant says to the resolution. */
export interface RecordConsent {
  readonly decision: Exclude<ConsentDecision, 'NOT_REQUIRED'>;
  /** In the words of the complainant. */
  readonly note?: string;
}
