import type { Clock } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import { adoptionSettingsSchema, findRegulation, readRegulation, type Regulation } from '@redress/regulations';
import type { AdoptedRegulations, BindingRegulation } from '../model/adopted-regulations.repository';

interface AdoptionRow {
  readonly id: string;
  readonly regulationId: string;
  readonly regulationVersion: number;
  readonly effectiveFrom: Date;
  readonly settings: string;
  readonly document: string | null;
}

interface Adoption {
  readonly reference: { readonly id: string; readonly version: number };
  readonly effectiveFrom: Date;
  /** Absent where this version of the program cannot read it; what depends on it is refused then. */
  readonly binding: BindingRegulation | undefined;
}

const FRESH_FOR_MS = 1_000;
const ALL = `
  SELECT a.id, a.regulation_id AS regulationId, a.regulation_version AS regulationVersion,
    a.effective_from AS effectiveFrom, a.settings, a.document
  FROM adopted_regulation a WHERE a.tenant_id = :tenantId ORDER BY a.effective_from, a.adopted_at, a.id`;
const ENTER = `
  INSERT INTO adopted_regulation
    (tenant_id, id, regulation_id, regulation_version, effective_from, adopted_at, settings, document)
  VALUES (:tenantId, :id, :regulationId, :regulationVersion, :effectiveFrom, :adoptedAt, :settings, :document)
  ON DUPLICATE KEY UPDATE id = id`;

/** Adoptions in MySQL. They are wanted by every decision and change rarely, so they are remembered for a moment. */
export function adoptedRegulationsInMysql(clock: Clock): AdoptedRegulations {
  const remembered = new Map<string, { readonly adoptions: readonly Adoption[]; readonly readAtMs: number }>();
  const read = new Map<string, BindingRegulation | undefined>();

  function bindingOf(row: AdoptionRow): BindingRegulation | undefined {
    if (!read.has(row.id)) read.set(row.id, restored(row));
    return read.get(row.id);
  }

  async function load(reader: TenantReader): Promise<readonly Adoption[]> {
    const adoptions = (await reader.query<AdoptionRow>(ALL)).map((row): Adoption => {
      const reference = { id: row.regulationId, version: Number(row.regulationVersion) };
      return { reference, effectiveFrom: row.effectiveFrom, binding: bindingOf(row) };
    });
    remembered.set(reader.tenantId, { adoptions, readAtMs: clock.now().getTime() });
    return adoptions;
  }

  function known(reader: TenantReader): readonly Adoption[] {
    const entry = remembered.get(reader.tenantId);
    return entry !== undefined && clock.now().getTime() - entry.readAtMs < FRESH_FOR_MS ? entry.adoptions : [];
  }

  return {
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
      tx.afterCommit(() => remembered.delete(tx.tenantId));
    },

    async regulationOf(reader, file) {
      const { regulation: reference, receivedAt } = file ?? {};
      if (reference === undefined || receivedAt === undefined) return undefined;
      const ofIt = (all: readonly Adoption[]): Adoption | undefined =>
        latest(
          all.filter(({ reference: { id, version } }) => id === reference.id && version === reference.version),
          receivedAt,
        );
      return (ofIt(known(reader)) ?? ofIt(await load(reader)))?.binding;
    },

    async inForceAt(reader, at) {
      return (latest(known(reader), at) ?? latest(await load(reader), at))?.binding;
    },

    async all(reader) {
      const adoptions = known(reader);
      return (adoptions.length > 0 ? adoptions : await load(reader)).flatMap(({ binding }) => binding ?? []);
    },
  };
}

function latest(adoptions: readonly Adoption[], at: Date): Adoption | undefined {
  return adoptions.filter(({ effectiveFrom }) => effectiveFrom.getTime() <= at.getTime()).at(-1);
}

function restored({ regulationId, regulationVersion, settings, document }: AdoptionRow): BindingRegulation | undefined {
  const parsed = adoptionSettingsSchema.safeParse(JSON.parse(settings));
  const regulation = document === null ? findRegulation(regulationId, Number(regulationVersion)) : readOwn(document);
  return regulation === undefined || !parsed.success ? undefined : { regulation, settings: parsed.data };
}

function readOwn(document: string): Regulation | undefined {
  try {
    return readRegulation('adopted regulation', document);
  } catch {
    return undefined;
  }
}
