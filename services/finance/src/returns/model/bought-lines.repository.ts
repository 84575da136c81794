import type { TenantReader } from '@redress/persistence';
import type { OrderLineReference } from '../../settlement/model/settlement-part.model';

/** A line as it was bought. */
export interface BoughtOrderLine extends OrderLineReference {
  /** Plain decimal. */
  readonly quantity: string;
  readonly product?: string;
}

/** What customers bought. */
export interface BoughtLines {
  /** Those that are known, in one statement. */
  of(reader: TenantReader, lines: readonly OrderLineReference[]): Promise<readonly BoughtOrderLine[]>;
}
