import type { Database, TenantReader } from '@redress/persistence';
import { adoptionSettingsSchema, findRegulation, readRegulation, type Regulation } from '@redress/regulations';
import { firstEndOf } from '../expect-reports/expect-reports.decide';
import type { ReportAdoption } from '../model/report-adoption.model';
import type { ReportAdoptions } from '../model/report-adoption.repository';

interface AdoptionRow {
  readonly id: string;
  readonly regulationId: string;
  readonly regulationVersion: number;
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  readonly settings: string;
  readonly document: string | null;
  readonly expectedUntil: Date;
}

const COLUMNS = `a.id, a.regulation_id AS regulationId, a.regulation_version AS regulationVersion,
  a.effective_from AS effectiveFrom, a.adopted_at AS adoptedAt, a.settings, a.document, a.expected_until AS expectedUntil`;
const ENTER = `
  INSERT INTO report_adoption (tenant_id, id, regulation_id, regulation_version, effective_from, adopted_at, settings,
    document, expected_until, next_at)
  VALUES (:tenantId, :id, :regulationId, :regulationVersion, :effectiveFrom, :adoptedAt, :settings, :document,
    :expectedUntil, :nextAt)
  ON DUPLICATE KEY UPDATE id = id`;

/** Adoptions in MySQL. */
export function reportAdoptionsInMysql({ system }: Pick<Database, 'system'>): ReportAdoptions {
  return {
    async enter(tx, { id, regulation, effectiveFrom, adoptedAt, settings, document }) {
      const row: AdoptionRow = {
        ...{ id, effectiveFrom, adoptedAt, regulationId: regulation.id, regulationVersion: regulation.version },
        ...{ settings: JSON.stringify(settings), document: document === undefined ? null : JSON.stringify(document) },
        // Nobody owes reports of periods that had ended before the regulation was adopted.
        expectedUntil: new Date(Math.max(effectiveFrom.getTime(), adoptedAt.getTime())),
      };
      const [adoption] = restored(row);
      // A later version of this program may read what this one cannot: it has to look.
      const nextAt = adoption === undefined ? row.expectedUntil : firstEndOf(adoption, row.expectedUntil);
      await tx.execute(ENTER, { ...row, nextAt: nextAt ?? null });
    },

    all: readAll,

    async lock(tx, id) {
      const sql = `SELECT ${COLUMNS} FROM report_adoption a WHERE a.tenant_id = :tenantId AND a.id = :id FOR UPDATE`;
      return (await tx.query<AdoptionRow>(sql, { id })).flatMap(restored)[0];
    },

    async due(now, limit) {
      const rows = await system.query<{ tenant_id: string; id: string }>(
        'SELECT tenant_id, id FROM report_adoption WHERE next_at <= :now ORDER BY next_at LIMIT :limit',
        { now, limit },
      );
      return rows.map(({ tenant_id: tenantId, id }) => ({ tenantId, id }));
    },

    async putOff(tx, id, nextAt) {
      await tx.execute(
        'UPDATE report_adoption a SET a.next_at = :nextAt WHERE a.tenant_id = :tenantId AND a.id = :id',
        { id, nextAt },
      );
    },

    async advance(tx, id, expectedUntil, nextAt) {
      await tx.execute(
        `UPDATE report_adoption a SET a.expected_until = :expectedUntil, a.next_at = :nextAt
         WHERE a.tenant_id = :tenantId AND a.id = :id`,
        { id, expectedUntil, nextAt: nextAt ?? null },
      );
    },
  };
}

async function readAll(reader: TenantReader): Promise<ReportAdoption[]> {
  const rows = await reader.query<AdoptionRow>(
    `SELECT ${COLUMNS} FROM report_adoption a WHERE a.tenant_id = :tenantId
     ORDER BY a.effective_from, a.adopted_at, a.id`,
  );
  return rows.flatMap(restored);
}

/** Nothing where this version of the program cannot read it. */
function restored({ settings, document, ...row }: AdoptionRow): ReportAdoption[] {
  const parsed = adoptionSettingsSchema.safeParse(JSON.parse(settings));
  const { regulationId, regulationVersion, ...dates } = row;
  const regulation = document === null ? findRegulation(regulationId, Number(regulationVersion)) : readOwn(document);
  return regulation === undefined || !parsed.success ? [] : [{ ...dates, regulation, settings: parsed.data }];
}

function readOwn(document: string): Regulation | undefined {
  try {
    return readRegulation('adopted regulation', document);
  } catch {
    return undefined;
  }
}
