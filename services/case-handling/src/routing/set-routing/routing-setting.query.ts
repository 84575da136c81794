import type { TenantReader } from '@redress/persistence';
import type { RoutingSetting } from '../model/routing-setting.model';

/** How the organisation gives cases to people; by hand, before it said anything. */
export async function readRoutingSetting(reader: TenantReader, locked = false): Promise<RoutingSetting> {
  const [stored] = await reader.query<{ readonly version: number; readonly auto_assign: boolean | number }>(
    `SELECT r.version, r.auto_assign FROM routing_setting r
     WHERE r.tenant_id = :tenantId AND r.id = 'routing'${locked ? ' FOR UPDATE' : ''}`,
  );
  return stored === undefined
    ? { autoAssign: false, version: 0 }
    : { autoAssign: Boolean(stored.auto_assign), version: stored.version };
}
