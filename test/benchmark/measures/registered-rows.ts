import type { Pool } from 'mysql2/promise';
import { rowsOfTenant, type Row, type RowSet } from '../stage/row-copies';

/** The tables of intake that a registration writes to, in its order. */
export const REGISTRATION_TABLES = [
  'idempotency_record',
  'customer',
  'customer_identity',
  'complaint',
  'complaint_content',
  'outbox_log',
  'outbox_pending',
] as const;

type Table = (typeof REGISTRATION_TABLES)[number];

/** The rows that the registrations of a tenant have left, one set for each complaint. */
export async function registeredRows(pool: Pool, tenant: string): Promise<RowSet[]> {
  const byKey = async (table: Table, key: string) =>
    new Map((await rowsOfTenant(pool, table, tenant)).map((row) => [row[key], row]));
  const [customers, identities, contents, log] = [
    await byKey('customer', 'id'),
    await byKey('customer_identity', 'customer_id'),
    await byKey('complaint_content', 'complaint_id'),
    await byKey('outbox_log', 'aggregate_id'),
  ];
  const records = (await rowsOfTenant(pool, 'idempotency_record', tenant)).filter(
    ({ operation }) => operation === 'registerComplaint',
  );
  return (await rowsOfTenant(pool, 'complaint', tenant)).map((complaint, index): RowSet => {
    const event = log.get(complaint['id']);
    return new Map<Table, readonly Row[]>([
      ['idempotency_record', present(records[index])],
      ['customer', present(customers.get(complaint['customer_id']))],
      ['customer_identity', present(identities.get(complaint['customer_id']))],
      ['complaint', [complaint]],
      ['complaint_content', present(contents.get(complaint['id']))],
      ['outbox_log', present(event)],
      ['outbox_pending', present(event).map(pendingRow)],
    ]);
  });
}

/** The relay has moved the pending rows on by the time that anybody could read them. */
export function pendingRow({ event_id, tenant_id, recorded_on }: Row): Row {
  return { bucket: 7, event_id, tenant_id, recorded_on };
}

function present(row: Row | undefined): readonly Row[] {
  if (row === undefined) throw new Error('a registration has not left all of its rows');
  return [row];
}
