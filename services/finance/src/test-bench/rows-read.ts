import type { Database, SystemTransaction, TenantReader } from '@redress/persistence';

/** How many rows the server reads for what is done within the work, however large the tables are. */
export function rowsRead(
  database: Database,
  tenantId: string,
  work: (reader: TenantReader) => Promise<unknown>,
): Promise<number> {
  return database.system.transaction(async (tx) => {
    const before = await readSoFar(tx);
    await work(tx.forTenant(tenantId));
    return (await readSoFar(tx)) - before;
  });
}

async function readSoFar(tx: SystemTransaction): Promise<number> {
  const counters = await tx.query<{ Value: string }>("SHOW SESSION STATUS LIKE 'Handler_read%'");
  return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
}
