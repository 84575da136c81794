import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { SavedViewRefusal } from '../model/saved-view.errors';
import { isNotChangeable, isUnusableName } from '../model/saved-view.rules';
import type { SavedViewDependencies } from '../save-view/save-settlement-view.handler';

export interface RenameView {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly viewId: string;
  readonly expectedVersion: number;
  readonly name: string;
}

/** Gives one of the person's own views another name. */
export function renameSettlementView(
  { tenantId, subject, idempotencyKey, viewId, expectedVersion, name }: RenameView,
  { database, views, clock }: SavedViewDependencies,
): Promise<CommandResult<string, SavedViewRefusal>> {
  const request = { viewId, expectedVersion, name };
  const command = { tenantId, operation: 'renameSettlementView', subject, idempotencyKey, request };
  return executeCommand<string, SavedViewRefusal>(database, command, async (tx) => {
    const view = await views.lock(tx, viewId);
    const refusal =
      isNotChangeable(view, subject, expectedVersion) ?? isUnusableName(name, await views.ownedBy(tx, subject), viewId);
    if (view === undefined || refusal !== undefined) return refuse(refusal ?? { code: 'NOT_FOUND' });
    await views.save(tx, { ...view, name, version: view.version + 1, savedAt: clock.now() });
    return accept(viewId);
  });
}
