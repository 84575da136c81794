import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Category } from './category.model';

/** The categories of an organisation. */
export interface CategoryBook {
  findByCode(reader: TenantReader, code: string): Promise<Category | undefined>;
  /** All that are known here, at least those that were there when they were last read. */
  all(reader: TenantReader): Promise<readonly Category[]>;
  /** By code or label, as files name them; those that are not known are missing in the answer. */
  findByNames(reader: TenantReader, names: readonly string[]): Promise<ReadonlyMap<string, Category>>;
  /** Enters categories; one whose code is there already stays as it is. */
  enter(tx: TenantTransaction, categories: readonly Category[]): Promise<void>;
}
