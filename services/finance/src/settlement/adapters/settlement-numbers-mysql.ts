import type { Database } from '@redress/persistence';
import type { SettlementNumbers } from '../model/settlement.repository';

const BLOCK = 50;

interface Block {
  next: number;
  end: number;
}

/**
 * Takes blocks of numbers outside of the business transaction, so that no settlement waits for another's commit. What
 * is left of a block when the process ends stays unused.
 */
export function settlementNumbersInMysql(database: Database): SettlementNumbers {
  const blocks = new Map<string, Promise<Block>>();

  return {
    async next(tenantId, year) {
      const key = `${tenantId} ${year}`;
      for (;;) {
        const pending = blocks.get(key) ?? takeBlock(database, tenantId, year);
        blocks.set(key, pending);
        const block = await pending.catch((error: unknown) => {
          if (blocks.get(key) === pending) blocks.delete(key);
          throw error;
        });
        if (block.next < block.end) {
          const serial = block.next;
          block.next += 1;
          return `S${year}-${serial.toString().padStart(6, '0')}`;
        }
        if (blocks.get(key) === pending) blocks.delete(key);
      }
    },
  };
}

/** Compare-and-set by single statements: a transaction here would need a second connection while the caller holds one. */
async function takeBlock({ system }: Database, tenantId: string, year: number): Promise<Block> {
  await system.execute(
    `INSERT INTO settlement_number (tenant_id, year, next_serial) VALUES (:tenantId, :year, 1)
     ON DUPLICATE KEY UPDATE next_serial = next_serial`,
    { tenantId, year },
  );
  for (;;) {
    const [row] = await system.query<{ next_serial: number }>(
      'SELECT next_serial FROM settlement_number WHERE tenant_id = :tenantId AND year = :year',
      { tenantId, year },
    );
    const next = Number(row?.next_serial);
    const { affectedRows } = await system.execute(
      `UPDATE settlement_number SET next_serial = :end
       WHERE tenant_id = :tenantId AND year = :year AND next_serial = :next`,
      { tenantId, year, next, end: next + BLOCK },
    );
    if (affectedRows === 1) return { next, end: next + BLOCK };
  }
}
