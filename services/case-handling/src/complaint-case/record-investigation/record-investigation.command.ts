import type { Validity } from '../model/case.model';

/** What a handler found out. */
export interface RecordInvestigation {
  readonly validity: Validity;
  readonly findings: string;
}
