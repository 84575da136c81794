import type { TenantTransaction } from '@redress/persistence';
import type { RecordedHandOver } from './hand-over.decide';

/** Where hand-overs are looked up; they are stored with their facts. */
export interface HandOvers {
  find(tx: TenantTransaction, caseId: string, id: string): Promise<RecordedHandOver | undefined>;
}
