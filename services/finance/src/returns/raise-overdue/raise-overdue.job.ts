import type { Database } from '@redress/persistence';
import { raiseOverdue, type OverduePorts } from './raise-overdue.handler';

/** Looks through the returns of all organisations; what it finds once it does not find again. */
export function overdueSweep(ports: OverduePorts): () => Promise<void> {
  return async () => {
    for (const tenantId of await tenantsWithReturns(ports.database)) {
      let found: number;
      do found = await raiseOverdue(tenantId, ports);
      while (found > 0);
    }
  };
}

async function tenantsWithReturns(database: Database): Promise<readonly string[]> {
  const rows = await database.system.query<{ tenant_id: string }>(
    'SELECT DISTINCT tenant_id FROM return_authorisation',
  );
  return rows.map(({ tenant_id: tenantId }) => tenantId);
}
