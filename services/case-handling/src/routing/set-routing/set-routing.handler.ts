import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand, isDuplicateKey, type CommandResult, type Database } from '@redress/persistence';
import { readRoutingSetting } from './routing-setting.query';

const CHANGE = `
  UPDATE routing_setting r SET r.auto_assign = :autoAssign, r.version = r.version + 1
  WHERE r.tenant_id = :tenantId AND r.id = 'routing'`;

/** Says whether cases are given to people by themselves. */
export function setRouting(
  database: Database,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: { readonly expectedVersion: number; readonly autoAssign: boolean },
): Promise<CommandResult<{ readonly autoAssign: boolean }, 'VERSION_CONFLICT'>> {
  const identity = { tenantId, subject, operation: 'setRouting', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { expectedVersion, autoAssign } = command;
    const { version } = await readRoutingSetting(tx, true);
    const conflict = { code: 'VERSION_CONFLICT', details: { currentVersion: version } } as const;
    if (version !== expectedVersion) return refuse(conflict);
    if (version > 0) {
      await tx.execute(CHANGE, { autoAssign });
      return accept({ autoAssign });
    }
    try {
      await tx.insertMany('routing_setting', [{ id: 'routing', version: 1, auto_assign: autoAssign }]);
      return accept({ autoAssign });
    } catch (error) {
      if (isDuplicateKey(error, 'PRIMARY')) return refuse(conflict);
      throw error;
    }
  });
}
