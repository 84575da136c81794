import type { Pool } from 'mysql2/promise';
import { rowsOfTenant, type Row, type RowSet } from '../stage/row-copies';
import { pendingRow } from './registered-rows';

/** The tables of intake that an import writes to for each row or call. */
export const IMPORT_TABLES = [
  'idempotency_record',
  'complaint',
  'complaint_content',
  'outbox_log',
  'outbox_pending',
] as const;

/** The rows that an import has left, in sets of so many complaints. */
export async function importedRows(pool: Pool, tenant: string, batch: number): Promise<RowSet[]> {
  const read = (table: (typeof IMPORT_TABLES)[number]) => rowsOfTenant(pool, table, tenant);
  const complaints = await read('complaint');
  const ids = new Set(complaints.map(({ id }) => id));
  const records = (await read('idempotency_record')).filter(({ operation }) => operation === 'importComplaints');
  const contents = await read('complaint_content');
  const log = (await read('outbox_log')).filter((event) => ids.has(event['aggregate_id']));
  const slice = (rows: readonly Row[], index: number) => rows.slice(index * batch, (index + 1) * batch);
  return Array.from(
    { length: Math.ceil(complaints.length / batch) },
    (_, index): RowSet =>
      new Map([
        ['idempotency_record', records.slice(index, index + 1)],
        ['complaint', slice(complaints, index)],
        ['complaint_content', slice(contents, index)],
        ['outbox_log', slice(log, index)],
        ['outbox_pending', slice(log, index).map(pendingRow)],
      ]),
  );
}
