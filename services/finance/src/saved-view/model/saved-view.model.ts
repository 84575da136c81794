import type { SettlementColumn } from '../../settlement/model/settlement-column.model';
import type { SettlementOrderName } from '../../settlement/model/settlement-order.model';

/** Conditions, order and columns of a list of settlements under a name. */
export interface SavedView {
  readonly id: string;
  /** Who saved it; nobody else changes it. */
  readonly owner: string;
  readonly name: string;
  /** Whether all staff of the organisation see it. */
  readonly shared: boolean;
  /** As they were given, in the shape that the schema had then. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly orderBy: SettlementOrderName;
  readonly columns: readonly SettlementColumn[];
  readonly version: number;
  readonly savedAt: Date;
}

/** What a person may keep; a longer list is one that nobody reads. */
export const VIEWS_AT_MOST = 100;
export const LONGEST_VIEW_NAME = 80;
