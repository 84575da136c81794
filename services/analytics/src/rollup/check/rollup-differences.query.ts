import type { Database, TenantReader } from '@redress/persistence';
import type { Difference } from '../../facts/model/difference.model';
import type { RollupLayout, RollupPlace } from '../model/rollup-layout.model';
import { standingOf, type Standing } from '../answer/rollup-standing.query';
import { daysStatement, factsStatement, type CheckStatement } from './check-statements.model';

interface Bounds {
  readonly first: Date | null;
  readonly last: Date | null;
}

/** From the first to the last moment of which there is a row or a total. */
async function windowOf(reader: TenantReader, { fact, anchor, number }: RollupPlace, standing: Standing) {
  const [bounds] = await reader.query<Bounds>(
    `SELECT MIN(b.first) AS first, MAX(b.last) AS last FROM (
       SELECT MIN(x.${anchor}) AS first, MAX(x.${anchor}) AS last FROM ${fact} x
       WHERE x.tenant_id = :tenantId AND x.generation = :generation
       UNION ALL SELECT MIN(r.bucket), MAX(r.bucket) FROM rollup r
       WHERE r.tenant_id = :tenantId AND r.generation = :generation AND r.edition = :edition AND r.place = :place) b`,
    { ...standing, place: number },
  );
  if (!bounds?.first || !bounds.last) return undefined;
  return { from: new Date(bounds.first), to: new Date(bounds.last.getTime() + 3_600_000) };
}

type Row = Readonly<Record<string, string | number | null>>;

function toDifference(
  row: Row,
  { fact, anchor }: RollupPlace,
  { names }: CheckStatement,
  { position }: Standing,
): Difference {
  const where = [row['dimension'], row['bucket'], row['value'], row['currency']].filter((word) => word !== '');
  return {
    table: 'rollup',
    key: [`${fact}/${anchor}`, ...where.map(String)].join(' '),
    since: String(position),
    columns: names.filter((_, index) => Number(row[`m${index}`] ?? 0) !== 0),
  };
}

/**
 * Where totals differ from the facts, or those of days from those of hours. Each statement reads both at one moment, so that
 * events may go on coming in. Of totals that nobody answers from, as they are not complete, nothing is told.
 */
export async function rollupDifferences(
  database: Database,
  layout: RollupLayout,
  tenantId: string,
  limit: number,
): Promise<readonly Difference[]> {
  const reader = database.reader(tenantId);
  const standing = await standingOf(reader, layout);
  if (standing === undefined) return [];
  const found: Difference[] = [];
  for (const place of layout.places) {
    const window = await windowOf(reader, place, standing);
    if (window === undefined) continue;
    const dimensions = [undefined, ...place.dimensions.map(({ name }) => name)];
    const statements = [...dimensions.map((name) => factsStatement(layout, place, window, name)), daysStatement(place)];
    for (const statement of statements) {
      if (found.length >= limit) break;
      const { sql, values } = statement;
      const rows = await reader.query<Row>(`${sql} LIMIT :most`, {
        ...values,
        ...standing,
        most: limit - found.length,
      });
      found.push(...rows.map((row) => toDifference(row, place, statement, standing)));
    }
  }
  const after = await standingOf(reader, layout);
  return after?.edition === standing.edition && after.generation === standing.generation ? found : [];
}
