import type { TenantTransaction } from '@redress/persistence';
import { checkAdoption, findRegulation } from '@redress/regulations';
import type { CategoryBook } from '../../category/model/category-book.repository';
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
}

/**
 * Enters an adoption and the categories of its regulation. Throws `Error` for a regulation that this version does not
 * ship with: the event then waits until a version does.
 */
export async function enterAdoption(
  tx: TenantTransaction,
  { id, regulation: reference, effectiveFrom, adoptedAt, settings }: PublishedAdoption,
  { adoptions, categories, newId }: AdoptionPorts,
): Promise<void> {
  const regulation = findRegulation(reference.id, reference.version);
  if (regulation === undefined) throw new Error(`no regulation ${reference.id} ${reference.version}`);
  const checked = checkAdoption(regulation, settings);
  if (!checked.ok) throw new Error(`the settings of adoption ${id} do not fit its regulation`);
  await adoptions.enter(tx, { id, regulation, effectiveFrom, adoptedAt, settings: checked.value });
  await categories.enter(
    tx,
    (regulation.classification.find(({ axis }) => axis === 'category')?.values ?? []).map(({ code, label }) => ({
      id: newId(),
      code,
      label,
      origin: 'REGULATION' as const,
    })),
  );
}
