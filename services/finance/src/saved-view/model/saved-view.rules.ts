import type { Refusal } from '@redress/kernel';
import type { SavedViewRefusal } from './saved-view.errors';
import { LONGEST_VIEW_NAME, VIEWS_AT_MOST, type SavedView } from './saved-view.model';

type Refused = Refusal<SavedViewRefusal> | undefined;

/** A view is changed by who saved it alone, and as it was seen. */
export function isNotChangeable(
  view: SavedView | undefined,
  person: string,
  expectedVersion: number | undefined,
): Refused {
  const path = ['input', 'viewId'];
  if (view === undefined || (view.owner !== person && !view.shared)) return { code: 'NOT_FOUND', path };
  if (view.owner !== person) return { code: 'FINANCE_VIEW_OF_ANOTHER', path };
  if (view.version === expectedVersion) return undefined;
  return {
    code: 'VERSION_CONFLICT',
    path: ['input', 'expectedVersion'],
    retryable: true,
    details: { currentVersion: view.version },
  };
}

/** A person has no two views of one name. */
export function isUnusableName(
  name: string,
  others: readonly Pick<SavedView, 'id' | 'name'>[],
  id: string | undefined,
): Refused {
  const path = ['input', 'name'];
  if (name === '' || name.length > LONGEST_VIEW_NAME) {
    return { code: 'INPUT_INVALID', path, details: { limit: LONGEST_VIEW_NAME } };
  }
  const taken = others.some((other) => other.name === name && other.id !== id);
  return taken ? { code: 'FINANCE_VIEW_NAME_TAKEN', path, facts: { name } } : undefined;
}

/** Somebody who keeps too many deletes one first. */
export function areTooMany(others: readonly unknown[]): Refused {
  if (others.length < VIEWS_AT_MOST) return undefined;
  return { code: 'FINANCE_VIEWS_TOO_MANY', facts: { limit: VIEWS_AT_MOST }, details: { limit: VIEWS_AT_MOST } };
}
