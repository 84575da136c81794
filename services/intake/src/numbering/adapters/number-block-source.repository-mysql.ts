import type { Database } from '@redress/persistence';
import type { NumberBlockSource } from '../number-blocks';

const ADVANCE = `
  INSERT INTO number_series (tenant_id, series, next_serial) VALUES (:tenantId, :series, 1 + :count)
  ON DUPLICATE KEY UPDATE next_serial = next_serial + :count`;
const READ =
  'SELECT s.next_serial AS nextSerial FROM number_series s WHERE s.tenant_id = :tenantId AND s.series = :series';
const GIVE_BACK = `
  UPDATE number_series s SET s.next_serial = :first
  WHERE s.tenant_id = :tenantId AND s.series = :series AND s.next_serial = :last + 1`;

/**
 * Number series in MySQL. Give it a database connection of its own: registrations that hold all others wait for a block
 * while they hold them.
 */
export function mysqlNumberBlockSource(database: Database): NumberBlockSource {
  return {
    lease: (tenantId, series, count) =>
      database.transaction(tenantId, async (tx) => {
        await tx.execute(ADVANCE, { series, count });
        // The row is locked by the statement before, so this reads what that wrote.
        const [row] = await tx.query<{ nextSerial: string }>(READ, { series });
        const next = Number(row?.nextSerial);
        return { first: next - count, last: next - 1 };
      }),
    giveBack: (tenantId, series, { first, last }) =>
      database.transaction(tenantId, async (tx) => {
        await tx.execute(GIVE_BACK, { series, first, last });
      }),
  };
}
