import type { ConsentDecision } from '../model/case.model';

/** What a complainant says to the resolution. */
export interface RecordConsent {
  readonly decision: ConsentDecision;
  /** In the words of the complainant. */
  readonly note?: string;
}
