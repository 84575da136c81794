import type { TenantReader } from '@redress/persistence';
import { ENTRY_COLUMNS, entriesOf, type EntryRow } from '../../ledger/adapters/journal-entry.row';
import type { Period } from '../../ledger/model/period.model';
import { digestOf, type SealedEntry } from '../model/period-act.policy';

const PAGE = 1_000;

/** Reads the entries of a month page by page, so that a month of any size takes the same memory. */
export async function* digestsOf(reader: TenantReader, period: Period): AsyncIterable<readonly SealedEntry[]> {
  for await (const entries of entriesOfPeriod(reader, period)) {
    yield entries.map((entry) => ({ entryId: entry.id, digest: digestOf(entry) }));
  }
}

/** The entries of a month with their postings, in the order of their ids. */
export async function* entriesOfPeriod(reader: TenantReader, period: Period) {
  let after = '';
  for (;;) {
    const ids = await reader.query<{ id: string }>(
      `SELECT e.id FROM journal_entry e WHERE e.tenant_id = :tenantId AND e.period = :period AND e.id > :after
       ORDER BY e.id LIMIT ${String(PAGE)}`,
      { period, after },
    );
    const last = ids.at(-1);
    if (last === undefined) return;
    const rows = await reader.query<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id
       WHERE e.tenant_id = :tenantId AND e.id IN (:ids) ORDER BY e.id, p.line`,
      { ids: ids.map(({ id }) => id) },
    );
    yield entriesOf(rows);
    after = last.id;
  }
}
