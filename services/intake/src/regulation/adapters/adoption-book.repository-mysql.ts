import type { Clock } from '@redress/kernel';
import { checkAdoption } from '@redress/regulations';
import type { AdoptionBook } from '../model/adoption-book.repository';
import { inForceAt, type Adoption } from '../model/adoption.model';
import { adoptedRegulation } from '../model/adopted-regulation';

interface AdoptionRow {
  readonly id: string;
  readonly regulationId: string;
  readonly regulationVersion: number;
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  readonly settings: string;
  readonly document: string | null;
}

const FRESH_FOR_MS = 2_000;
const ALL = `
  SELECT a.id, a.regulation_id AS regulationId, a.regulation_version AS regulationVersion,
    a.effective_from AS effectiveFrom, a.adopted_at AS adoptedAt, a.settings, a.document
  FROM adoption a WHERE a.tenant_id = :tenantId ORDER BY a.effective_from, a.adopted_at`;
const ENTER = `
  INSERT INTO adoption (tenant_id, id, regulation_id, regulation_version, effective_from, adopted_at, settings, document)
  VALUES (:tenantId, :id, :regulationId, :regulationVersion, :effectiveFrom, :adoptedAt, :settings, :document)
  ON DUPLICATE KEY UPDATE id = id`;

/**
 * Adoptions in MySQL. They change rarely and are wanted by every registration, so they are remembered for a moment; an
 * entry never changes, so it is checked against its regulation once only.
 */
export function mysqlAdoptionBook(clock: Clock): AdoptionBook {
  const remembered = new Map<string, { readonly adoptions: readonly Adoption[]; readonly readAtMs: number }>();
  return {
    async read(reader, at) {
      const nowMs = clock.now().getTime();
      const known = remembered.get(reader.tenantId);
      const fresh = known !== undefined && nowMs - known.readAtMs < FRESH_FOR_MS;
      if (fresh && inForceAt(known.adoptions, at) !== undefined) return known.adoptions;
      const checked = new Map(known?.adoptions.map((adoption) => [adoption.id, adoption]));
      const rows = await reader.query<AdoptionRow>(ALL);
      const adoptions = rows.map((row) => checked.get(row.id) ?? adoptionOf(row));
      remembered.set(reader.tenantId, { adoptions, readAtMs: nowMs });
      return adoptions;
    },

    async enter(tx, { id, regulation, effectiveFrom, adoptedAt, settings, document }) {
      await tx.execute(ENTER, {
        id,
        regulationId: regulation.id,
        regulationVersion: regulation.version,
        effectiveFrom,
        adoptedAt,
        settings: JSON.stringify(settings),
        document: document === undefined ? null : JSON.stringify(document),
      });
      tx.afterCommit(() => {
        remembered.delete(tx.tenantId);
      });
    },
  };
}

function adoptionOf(row: AdoptionRow): Adoption {
  const { id, regulationId, regulationVersion, effectiveFrom, adoptedAt, settings } = row;
  const document: unknown = row.document === null ? undefined : JSON.parse(row.document);
  const regulation = adoptedRegulation({ id: regulationId, version: regulationVersion }, document);
  if (regulation === undefined) throw new Error(`this version does not know ${regulationId} ${regulationVersion}`);
  const checked = checkAdoption(regulation, JSON.parse(settings));
  if (!checked.ok) throw new Error(`the settings of adoption ${id} do not fit its regulation`);
  const own = document === undefined ? {} : { document };
  return { id, regulation, effectiveFrom, adoptedAt, settings: checked.value, ...own };
}
