import type { Database } from '@redress/persistence';
import type { OverdueReturn } from '../model/return.repository';
import { raiseOverdue, type OverduePorts } from './raise-overdue.handler';

/** Looks through the returns of all organisations; what it finds once it does not find again. */
export function overdueSweep(ports: OverduePorts): () => Promise<void> {
  return async () => {
    for (const tenantId of await tenantsWithReturns(ports.database)) {
      await lookThrough(tenantId, ports).catch((error: unknown) => {
        ports.logger.warn({ error, tenantId }, 'the returns of an organisation could not be looked through');
      });
    }
  };
}

async function lookThrough(tenantId: string, ports: OverduePorts): Promise<void> {
  let last: OverdueReturn | undefined;
  do last = await raiseOverdue(tenantId, ports, last);
  while (last !== undefined);
}

async function tenantsWithReturns(database: Database): Promise<readonly string[]> {
  const rows = await database.system.query<{ tenant_id: string }>(
    'SELECT DISTINCT tenant_id FROM return_authorisation',
  );
  return rows.map(({ tenant_id: tenantId }) => tenantId);
}
