import type { TenantTransaction } from '@redress/persistence';
import { checkAdoption, type Regulation } from '@redress/regulations';
import { UNCLASSIFIED } from '../../category/model/category.model';
import type { CategoryBook } from '../../category/model/category-book.repository';
import { adoptedRegulation } from '../model/adopted-regulation';
import type { AdoptionBook } from '../model/adoption-book.repository';

/** What an adoption touches here. */
export interface AdoptionPorts {
  readonly adoptions: AdoptionBook;
  readonly categories: CategoryBook;
  readonly newId: () => string;
}

/** An adoption as it was published. */
export interface PublishedAdoption {
  readonly id: string;
  readonly regulation: { readonly id: string; readonly version: number };
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  readonly settings: unknown;
  /** The regulation itself, where the organisation wrote it. */
  readonly document?: unknown;
}

/**
 * Enters an adoption and the categories of its regulation. Throws `Error` for a regulation that came without its document
 * and that this version does not ship with: the event then waits until a version does.
 */
export async function enterAdoption(
  tx: TenantTransaction,
  { id, regulation: reference, effectiveFrom, adoptedAt, settings, document }: PublishedAdoption,
  { adoptions, categories, newId }: AdoptionPorts,
): Promise<void> {
  const regulation = adoptedRegulation(reference, document);
  if (regulation === undefined) throw new Error(`no regulation ${reference.id} ${reference.version}`);
  const checked = checkAdoption(regulation, settings);
  if (!checked.ok) throw new Error(`the settings of adoption ${id} do not fit its regulation`);
  await adoptions.enter(tx, { id, regulation, effectiveFrom, adoptedAt, settings: checked.value, document });
  await categories.enter(
    tx,
    categoriesOf(regulation).map(({ code, label }) => ({
      id: newId(),
      code,
      label,
      origin: 'REGULATION' as const,
    })),
  );
}

function categoriesOf({ classification }: Regulation) {
  const values = classification.find(({ axis }) => axis === 'category')?.values ?? [];
  return values.length === 0 ? [UNCLASSIFIED] : values;
}
