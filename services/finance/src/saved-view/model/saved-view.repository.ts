import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SavedView } from './saved-view.model';

/** Stores saved views. */
export interface SavedViews {
  lock(tx: TenantTransaction, id: string): Promise<SavedView | undefined>;
  /** Whether the owner has another view of that name, and how many there are. */
  ownedBy(tx: TenantTransaction, owner: string): Promise<readonly Pick<SavedView, 'id' | 'name'>[]>;
  add(tx: TenantTransaction, view: SavedView): Promise<void>;
  save(tx: TenantTransaction, view: SavedView): Promise<void>;
  remove(tx: TenantTransaction, id: string): Promise<void>;
  /** Those that the person may use: the own ones and the shared ones, by name; one of them when told its id. */
  usableBy(reader: TenantReader, person: string, id?: string): Promise<SavedView[]>;
}
