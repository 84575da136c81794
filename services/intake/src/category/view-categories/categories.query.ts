import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { Category, CategoryOrigin } from '../model/category.model';

/** A category as its columns are read. */
export interface CategoryRecord {
  readonly id: string;
  readonly code: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly origin: CategoryOrigin;
}

const COLUMNS = 'k.id, k.code, k.label_zh AS labelZh, k.label_en AS labelEn, k.origin';

/** The category that a record holds. */
export function categoryOf({ id, code, labelZh, labelEn, origin }: CategoryRecord): Category {
  return { id, code, label: { zh: labelZh, en: labelEn }, origin };
}

/** Categories by id, with one statement, in the order of the ids. */
export async function categoriesByIds(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (Category | null)[]> {
  const records = await reader.query<CategoryRecord>(
    `SELECT ${COLUMNS} FROM complaint_category k WHERE k.tenant_id = :tenantId AND k.id IN (:ids)`,
    { ids },
  );
  const byId = new Map(records.map((record) => [record.id, categoryOf(record)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** All categories by code, as a list of pages. */
export const CATEGORY_LIST: KeysetList = {
  name: 'complaintCategories',
  order: { name: 'CODE', column: 'k.code', direction: 'ascending' },
  idColumn: 'k.id',
  select: COLUMNS,
  from: 'complaint_category k',
  where: 'k.tenant_id = :tenantId',
};
