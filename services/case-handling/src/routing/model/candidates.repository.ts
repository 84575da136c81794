import type { TenantReader } from '@redress/persistence';
import type { Candidate } from './suggestion.model';

/** To whom cases could be given. */
export interface Candidates {
  /** Everybody who is active, with the open cases and regions; few statements, whatever the number of people. */
  all(reader: TenantReader, now: Date): Promise<readonly Candidate[]>;
}
