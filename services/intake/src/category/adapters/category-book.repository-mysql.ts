import type { TenantReader } from '@redress/persistence';
import { codeOfLabel } from '../model/category-code';
import type { CategoryBook } from '../model/category-book.repository';
import type { Category, CategoryOrigin } from '../model/category.model';

interface CategoryRow {
  readonly id: string;
  readonly code: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly origin: CategoryOrigin;
}

const ALL = `
  SELECT k.id, k.code, k.label_zh AS labelZh, k.label_en AS labelEn, k.origin
  FROM complaint_category k WHERE k.tenant_id = :tenantId ORDER BY k.code`;
const ENTER = `
  INSERT INTO complaint_category (tenant_id, id, code, label_zh, label_en, origin)
  VALUES (:tenantId, :id, :code, :labelZh, :labelEn, :origin)
  ON DUPLICATE KEY UPDATE code = code`;

/** Categories of one organisation by every name that they answer to; a code comes before a label. */
type Names = ReadonlyMap<string, Category>;

/**
 * Categories in MySQL. An entry never changes, so what was read once is remembered; only a name that is not among it
 * makes them be read again.
 */
export function mysqlCategoryBook(): CategoryBook {
  const remembered = new Map<string, Names>();
  const namesFor = async (reader: TenantReader, wanted: readonly string[]): Promise<Names> => {
    const known = remembered.get(reader.tenantId);
    if (known !== undefined && wanted.every((name) => named(known, name) !== undefined)) return known;
    const names = namesOf((await reader.query<CategoryRow>(ALL)).map(toCategory));
    remembered.set(reader.tenantId, names);
    return names;
  };

  return {
    async findByCode(reader, code) {
      const category = (await namesFor(reader, [code])).get(code);
      return category?.code === code ? category : undefined;
    },

    async all(reader) {
      const names = await namesFor(reader, []);
      return [...new Set(names.values())];
    },

    async findByNames(reader, wanted) {
      const names = await namesFor(reader, wanted);
      return new Map(
        wanted.flatMap((name) => {
          const category = named(names, name);
          return category === undefined ? [] : [[name, category] as const];
        }),
      );
    },

    async enter(tx, categories) {
      for (const { id, code, label, origin } of categories) {
        await tx.execute(ENTER, { id, code, labelZh: label.zh, labelEn: label.en, origin });
      }
    },
  };
}

/** Labels that only differ in case or signs have one code, and so are one category. */
function named(names: Names, name: string): Category | undefined {
  return names.get(name) ?? names.get(codeOfLabel(name));
}

function namesOf(categories: readonly Category[]): Names {
  const names = new Map<string, Category>();
  for (const category of categories) names.set(category.code, category);
  for (const category of categories) {
    for (const label of [category.label.zh, category.label.en]) if (!names.has(label)) names.set(label, category);
  }
  return names;
}

function toCategory({ id, code, labelZh, labelEn, origin }: CategoryRow): Category {
  return { id, code, label: { zh: labelZh, en: labelEn }, origin };
}
