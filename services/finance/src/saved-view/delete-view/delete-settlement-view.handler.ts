import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { SavedViewRefusal } from '../model/saved-view.errors';
import { isNotChangeable } from '../model/saved-view.rules';
import type { SavedViewDependencies } from '../save-view/save-settlement-view.handler';

export interface DeleteView {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly viewId: string;
  readonly expectedVersion: number;
}

/** Deletes one of the person's own views. */
export function deleteSettlementView(
  { tenantId, subject, idempotencyKey, viewId, expectedVersion }: DeleteView,
  { database, views }: SavedViewDependencies,
): Promise<CommandResult<string, SavedViewRefusal>> {
  const request = { viewId, expectedVersion };
  const command = { tenantId, operation: 'deleteSettlementView', subject, idempotencyKey, request };
  return executeCommand<string, SavedViewRefusal>(database, command, async (tx) => {
    const refusal = isNotChangeable(await views.lock(tx, viewId), subject, expectedVersion);
    if (refusal !== undefined) return refuse(refusal);
    await views.remove(tx, viewId);
    return accept(viewId);
  });
}
