import type { TenantReader } from '@redress/persistence';
import { findRegulation, listRegulations, type Regulation } from '@redress/regulations';
import { storedRegulation } from '../../adoption/model/stored-regulation.model';
import type { PublishedRegulation } from '../model/published-regulation.model';
import type { RegulationLibrary } from '../model/regulation-library.repository';

interface PublishedRow {
  readonly id: string;
  readonly document: string;
  readonly effective_from: Date;
}

const OWN = `
  SELECT d.id, d.document, d.effective_from FROM regulation_draft d
  WHERE d.tenant_id = :tenantId AND d.published_version IS NOT NULL`;
/** What the codes of regulations are made of; the database does not compare them with anything else. */
const CODE = /^[\x20-\x7e]+$/;
const IN_ORDER = ' ORDER BY d.regulation_id, d.published_version';

/** Shipped regulations from the files, own ones from MySQL. A published one never changes, so it is read once. */
export function regulationLibrary(): RegulationLibrary {
  const known = new Map<string, Regulation>();

  function restored({ id, document }: PublishedRow): Regulation {
    const regulation = known.get(id) ?? storedRegulation(document);
    known.set(id, regulation);
    return regulation;
  }

  async function own(reader: TenantReader, code?: string): Promise<readonly PublishedRegulation[]> {
    const condition = code === undefined ? '' : ' AND d.regulation_id = :code';
    const rows = await reader.query<PublishedRow>(OWN + condition + IN_ORDER, code === undefined ? {} : { code });
    const published = rows.map((row) => ({ regulation: restored(row), own: true, effectiveFrom: row.effective_from }));
    return published.map((each, index) => {
      const next = published[index + 1];
      return next?.regulation.id === each.regulation.id ? { ...each, supersededFrom: next.effectiveFrom } : each;
    });
  }

  return {
    async all(reader) {
      return [...listRegulations().map((regulation) => ({ regulation, own: false })), ...(await own(reader))];
    },

    async find(reader, code, version) {
      const shipped = findRegulation(code, version);
      if (shipped !== undefined) return { regulation: shipped, own: false };
      if (!CODE.test(code)) return undefined;
      const versions = await own(reader, code);
      return version === undefined
        ? versions.at(-1)
        : versions.find(({ regulation }) => regulation.version === version);
    },
  };
}
