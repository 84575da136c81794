import type { RowDataPacket } from 'mysql2/promise';
import { barePool, rowsOfTenant } from '../stage/row-copies';
import { CONNECTIONS, schemaOf, type Stage } from '../stage/stage';

const COMPLAINTS = `SELECT id, number, received_at, channel, product FROM ${schemaOf('intake')}.complaint
  WHERE tenant_id = ? AND (received_at < ? OR (received_at = ? AND id < ?)) ORDER BY received_at DESC, id DESC LIMIT ?`;
const CASES = `SELECT complaint_id, id, state, opened_at, next_due_at FROM ${schemaOf('case_handling')}.complaint_case
  WHERE tenant_id = ? AND complaint_id IN (?)`;
const SETTLEMENTS = `SELECT complaint_id, id, number, state, amount_minor, currency FROM ${schemaOf('finance')}.settlement
  WHERE tenant_id = ? AND complaint_id IN (?) ORDER BY created_at, id`;

/** Where a page begins: behind this complaint. */
export interface Place {
  readonly receivedAt: Date;
  readonly id: string;
}

/** The list as three statements by hand. */
export interface BareList {
  readonly places: readonly Place[];
  readonly read: (place: Place) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Prepares as many places to begin at as the system's list was read from. */
export async function bareList(stage: Stage, tenant: string, page: number, places: number): Promise<BareList> {
  const pool = barePool(stage.databaseUrl, schemaOf('intake'), CONNECTIONS);
  const complaints = await rowsOfTenant(pool, 'complaint', tenant);
  const all = complaints
    .map((row): Place => ({ receivedAt: row['received_at'] as Date, id: String(row['id']) }))
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? 1 : -1));
  return {
    places: all.slice(0, places),
    async read({ receivedAt, id }) {
      const [listed] = await pool.query<RowDataPacket[]>(COMPLAINTS, [tenant, receivedAt, receivedAt, id, page]);
      const ids = listed.map((row) => row['id'] as string);
      const [[cases], [settlements]] = await Promise.all([
        pool.query<RowDataPacket[]>(CASES, [tenant, ids]),
        pool.query<RowDataPacket[]>(SETTLEMENTS, [tenant, ids]),
      ]);
      if (cases.length !== page || settlements.length !== page) throw new Error('the floor reads other rows');
    },
    close: () => pool.end(),
  };
}
