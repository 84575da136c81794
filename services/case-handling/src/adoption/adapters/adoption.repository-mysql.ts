import { systemClock, type Clock } from '@redress/kernel';
import { isDuplicateKey, type TenantReader } from '@redress/persistence';
import { adoptionSettingsSchema, type Regulation } from '@redress/regulations';
import type { Adoption } from '../model/adoption.model';
import { readAdoptionSignatures } from '../sign-adoption/adoption-signatures.query';
import { storedRegulation } from '../model/stored-regulation.model';
import type { AdoptionRepository } from '../model/adoption.repository';

interface AdoptionRow {
  readonly id: string;
  readonly regulation_id: string;
  readonly regulation_version: number;
  readonly effective_from: Date;
  readonly adopted_at: Date;
  readonly adopted_by: string;
  readonly settings: string;
  readonly document: string | null;
}

interface Remembered {
  readonly adoptions: readonly Adoption[];
  readonly readAtMs: number;
}

const FRESH_FOR_MS = 1_000;
const ALL = `
  SELECT a.id, a.regulation_id, a.regulation_version, a.effective_from, a.adopted_at, a.adopted_by, a.settings,
    a.document
  FROM adoption a WHERE a.tenant_id = :tenantId ORDER BY a.effective_from`;

/** Adoptions in MySQL. */
export function mysqlAdoptions(clock: Clock = systemClock): AdoptionRepository {
  const remembered = new Map<string, Remembered>();
  // An adoption never changes, and reading a document is work.
  const documents = new Map<string, Regulation>();

  async function read(reader: TenantReader): Promise<readonly Adoption[]> {
    const rows = await reader.query<AdoptionRow>(ALL);
    const adoptions = rows.map((row) => restored(row, documentOf(row)));
    remembered.set(reader.tenantId, { adoptions, readAtMs: clock.now().getTime() });
    return adoptions;
  }

  function documentOf({ id, document }: AdoptionRow): Regulation | undefined {
    if (document === null) return undefined;
    const regulation = documents.get(id) ?? storedRegulation(document);
    documents.set(id, regulation);
    return regulation;
  }

  return {
    async all(reader, { fresh = false } = {}) {
      const known = fresh ? undefined : remembered.get(reader.tenantId);
      const isFresh = known !== undefined && clock.now().getTime() - known.readAtMs < FRESH_FOR_MS;
      return isFresh ? known.adoptions : read(reader);
    },

    async find(reader, id) {
      const matches = (adoption: Adoption): boolean => adoption.id === id;
      return remembered.get(reader.tenantId)?.adoptions.find(matches) ?? (await read(reader)).find(matches);
    },

    async signaturesUnder(reader, terms) {
      return (await readAdoptionSignatures(reader, [terms])).get(terms) ?? [];
    },

    async sign(tx, id, terms, { signatory, signedBy, signedAt }) {
      try {
        const signature = { signatory, signed_by: signedBy, signed_at: signedAt };
        await tx.insertMany('adoption_signature', [{ id, terms, ...signature }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'one_per_signatory') || isDuplicateKey(error, 'one_per_person')) return false;
        throw error;
      }
    },

    async add(tx, adoption) {
      try {
        await tx.insertMany('adoption', [
          {
            id: adoption.id,
            version: 1,
            regulation_id: adoption.regulationId,
            regulation_version: adoption.regulationVersion,
            effective_from: adoption.effectiveFrom,
            adopted_at: adoption.adoptedAt,
            adopted_by: adoption.adoptedBy,
            settings: JSON.stringify(adoption.settings),
            document: adoption.document === undefined ? null : JSON.stringify(adoption.document),
          },
        ]);
      } catch (error) {
        if (isDuplicateKey(error, 'one_in_force')) return false;
        throw error;
      }
      tx.afterCommit(() => remembered.delete(tx.tenantId));
      return true;
    },
  };
}

function restored(row: AdoptionRow, document: Regulation | undefined): Adoption {
  return {
    id: row.id,
    regulationId: row.regulation_id,
    regulationVersion: row.regulation_version,
    effectiveFrom: row.effective_from,
    adoptedAt: row.adopted_at,
    adoptedBy: row.adopted_by,
    settings: adoptionSettingsSchema.parse(JSON.parse(row.settings)),
    ...(document === undefined ? {} : { document }),
  };
}
