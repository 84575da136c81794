import type { TenantReader } from '@redress/persistence';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { Examined } from './examined-settlement.model';

/** Settlements as authority looks at them, without keeping anybody from changing them. */
export interface ExaminedSettlements {
  /** Those that exist, with their state, in no order. One statement. */
  find(reader: TenantReader, ids: readonly string[]): Promise<readonly (Examined & Pick<Settlement, 'state'>)[]>;
  /** Those that wait for a decision, of a case under a regulation and of all cases about the same harm. One statement. */
  releasedOfHarm(reader: TenantReader, caseId: string): Promise<readonly Examined[]>;
}
