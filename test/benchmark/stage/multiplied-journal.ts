import type { Pool, RowDataPacket } from 'mysql2/promise';

const ROWS_AT_ONCE = 1_000;
/** A later copy has later identifiers, as a later complaint has. */
const COPY_LATER_MS = 600_000;

interface JournalRow extends RowDataPacket {
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly complaint_id: string | null;
  readonly occurred_at: Date;
  readonly envelope: string;
}

const COLUMNS = [
  ...['event_id', 'type', 'aggregate_type', 'aggregate_id', 'aggregate_version', 'complaint_id', 'occurred_at'],
  'envelope',
] as const;

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** The same identifiers as of another moment, so that the same one stays the same throughout a copy. */
export function inCopy(text: string, copy: number): string {
  return text.replace(ID, (id) => {
    const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + copy * COPY_LATER_MS;
    const digits = time.toString(16).padStart(12, '0');
    return `${digits.slice(0, 8)}-${digits.slice(8)}${id.slice(13)}`;
  });
}

/**
 * Repeats in the journal of an organisation what happened to its complaints, each time with other identifiers and behind
 * what was there, until it has so many events; answers how many it has. Nothing may be taken in meanwhile.
 */
export async function multiplyJournal(pool: Pool, tenant: string, events: number): Promise<number> {
  const [rows] = await pool.query<JournalRow[]>(
    `SELECT position, ${COLUMNS.join(', ')} FROM change_log WHERE tenant_id = ? ORDER BY position`,
    [tenant],
  );
  const first = rows.findIndex(({ type }) => type === 'intake.complaint.registered');
  const course = rows.slice(first);
  let position = rows.length;
  for (let copy = 1; position < events; copy += 1) {
    for (let start = 0; start < course.length; start += ROWS_AT_ONCE) {
      const values = course.slice(start, start + ROWS_AT_ONCE).map((row) => {
        position += 1;
        return [tenant, position, ...COLUMNS.map((column) => copied(row[column], copy))];
      });
      await pool.query(`INSERT INTO change_log (tenant_id, position, ${COLUMNS.join(', ')}) VALUES ?`, [values]);
    }
  }
  await pool.query('UPDATE change_position SET last_position = ? WHERE tenant_id = ?', [position, tenant]);
  return position;
}

const copied = (value: string | number | Date | null, copy: number) =>
  typeof value === 'string' ? inCopy(value, copy) : value;
