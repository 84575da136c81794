import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Category } from './category.model';

/** The categories of an organisation. */
export interface CategoryBook {
  findByCode(reader: TenantReader, code: string): Promise<Category | undefined>;
  /** By code or label, as files name them; those that are not known are missing in the answer. */
  findByNames(reader: TenantReader, names: readonly string[]): Promise<ReadonlyMap<string, Category>>;
  /** Enters categories; one whose code is there already stays as it is. */
  enter(tx: TenantTransaction, categories: readonly Category[]): Promise<void>;
}
