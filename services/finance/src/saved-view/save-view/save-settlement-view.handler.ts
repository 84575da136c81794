import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, isDuplicateKey, type CommandResult, type Database } from '@redress/persistence';
import type { SavedViewRefusal } from '../model/saved-view.errors';
import type { SavedView } from '../model/saved-view.model';
import type { SavedViews } from '../model/saved-view.repository';
import { areTooMany, isNotChangeable, isUnusableName } from '../model/saved-view.rules';

export interface SaveView {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  /** The view to replace; a new one is begun without it. */
  readonly viewId?: string;
  readonly expectedVersion?: number;
  readonly content: Pick<SavedView, 'name' | 'shared' | 'conditions' | 'orderBy' | 'columns'>;
}

export interface SavedViewDependencies {
  readonly database: Database;
  readonly views: SavedViews;
  readonly clock: Clock;
}

/** Saves a view, or replaces one of the person's own. The answer is its id. */
export async function saveSettlementView(
  { tenantId, subject, idempotencyKey, viewId, expectedVersion, content }: SaveView,
  { database, views, clock }: SavedViewDependencies,
): Promise<CommandResult<string, SavedViewRefusal>> {
  const request = { viewId: viewId ?? null, expectedVersion: expectedVersion ?? null, content };
  const command = { tenantId, operation: 'saveSettlementView', subject, idempotencyKey, request };
  const run = () =>
    executeCommand<string, SavedViewRefusal>(database, command, async (tx) => {
      const before = viewId === undefined ? undefined : await views.lock(tx, viewId);
      const others = await views.ownedBy(tx, subject);
      const refusal =
        (viewId === undefined ? areTooMany(others) : isNotChangeable(before, subject, expectedVersion)) ??
        isUnusableName(content.name, others, viewId);
      if (refusal !== undefined) return refuse(refusal);
      const id = viewId ?? newId();
      const view = { ...content, id, owner: subject, version: (before?.version ?? 0) + 1, savedAt: clock.now() };
      await (before === undefined ? views.add(tx, view) : views.save(tx, view));
      return accept(id);
    });
  try {
    return await run();
  } catch (error) {
    // Looking again finds the view of that name that was saved meanwhile.
    if (isDuplicateKey(error)) return run();
    throw error;
  }
}
