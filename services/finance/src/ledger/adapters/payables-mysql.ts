import type { TenantTransaction } from '@redress/persistence';
import type { JournalEntry } from '../model/journal.model';
import type { Period } from '../model/period.model';

const ADD = `
  INSERT INTO payable (tenant_id, source_kind, source_id, currency, open_minor, last_period)
  VALUES (:tenantId, :sourceKind, :sourceId, :currency, :minor, :period)
  ON DUPLICATE KEY UPDATE open_minor = open_minor + VALUES(open_minor),
    last_period = GREATEST(last_period, VALUES(last_period))`;

/** An entry, and the month in which it stands. */
export interface PlacedEntry {
  readonly entry: JournalEntry;
  readonly period: Period;
}

/**
 * Keeps what is owed for each source in step with its postings, as part of the commit; in one order, so that no two
 * transactions wait for each other.
 */
export function addToPayables(tx: TenantTransaction, booked: readonly PlacedEntry[]): void {
  const owed = booked.flatMap(({ entry, period }) => {
    const own = entry.postings.filter(({ account }) => account === 'PAYABLES_TO_COMPLAINANTS');
    if (own.length === 0) return [];
    const { kind: sourceKind, id: sourceId } = entry.source;
    const minor = own.reduce(
      (sum, { side, amountMinor }) => sum + (side === 'CREDIT' ? amountMinor : -amountMinor),
      0n,
    );
    return [{ sourceKind, sourceId, currency: entry.currency, minor, period }];
  });
  owed.sort((one, other) => (one.sourceId < other.sourceId ? -1 : 1));
  for (const added of owed) tx.executeAtCommit(ADD, added);
}
