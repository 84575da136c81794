import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { RoutingSettingRepository } from '../model/routing-setting.repository';

export interface SetRoutingDependencies {
  readonly database: Database;
  readonly routingSetting: RoutingSettingRepository;
}

/** Says whether cases are given to people by themselves. */
export function setRouting(
  { database, routingSetting }: SetRoutingDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: { readonly expectedVersion: number; readonly autoAssign: boolean },
): Promise<CommandResult<{ readonly autoAssign: boolean }, 'VERSION_CONFLICT'>> {
  const identity = { tenantId, subject, operation: 'setRouting', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { expectedVersion, autoAssign } = command;
    const before = await routingSetting.find(tx);
    const isStored = before.version === expectedVersion && (await routingSetting.save(tx, before, autoAssign));
    if (isStored) return accept({ autoAssign });
    return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: before.version } });
  });
}
