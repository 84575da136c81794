import type { SystemReader, TenantReader } from '@redress/persistence';
import { FIRST_GENERATION } from '../../facts/take-in/projection-state.query';
import { COPIED_TABLES, type CopiedTable } from '../model/copied-tables.model';
import type { FactsReach, RawRow, Stretch, TableChanges } from '../model/tenant-copy.model';

interface ReachRow {
  readonly tenant_id: string;
  readonly position: string;
  readonly generation: number;
}

const toReach = ({ tenant_id, position, generation }: ReachRow): FactsReach => ({
  tenantId: tenant_id,
  generation,
  position: BigInt(position),
});

const REACH = `SELECT p.tenant_id, p.last_position AS position, COALESCE(j.live_generation, ${FIRST_GENERATION}) AS generation
  FROM change_position p LEFT JOIN projection j ON j.tenant_id = p.tenant_id`;

/** Where the facts of every tenant have come to. */
export async function reachOfAll(system: SystemReader): Promise<readonly FactsReach[]> {
  return (await system.query<ReachRow>(REACH)).map(toReach);
}

/** Where the facts of a tenant have come to; undefined while there are none. */
export async function reachOf(reader: TenantReader): Promise<FactsReach | undefined> {
  const [row] = await reader.query<ReachRow>(`${REACH} AND j.tenant_id = :tenantId WHERE p.tenant_id = :tenantId`);
  return row === undefined ? undefined : toReach(row);
}

const of = (alias: string) => `${alias}.tenant_id = :tenantId AND ${alias}.generation = :generation`;
const within = (alias: string, column: string) => `${alias}.${column} > :after AND ${alias}.${column} <= :upTo`;
const list = ({ columns }: CopiedTable, alias: string) =>
  [...columns.map(({ name }) => name), 'since'].map((column) => `${alias}.${column}`).join(', ');

async function changedTables(reader: TenantReader, stretch: object): Promise<readonly CopiedTable[]> {
  const asked = COPIED_TABLES.map(
    ({ name }) => `EXISTS (SELECT 1 FROM ${name} x WHERE ${of('x')} AND ${within('x', 'since')})
      OR EXISTS (SELECT 1 FROM ${name}_history h WHERE ${of('h')} AND ${within('h', 'since')}) AS ${name}`,
  );
  const [row] = await reader.query<Record<string, number>>(`SELECT ${asked.join(', ')}`, { ...stretch });
  return COPIED_TABLES.filter(({ name }) => Number(row?.[name] ?? 0) === 1);
}

/**
 * What became of the facts between two positions, exactly as of a third: one statement reads rows that are and rows that
 * were, so that what is superseded meanwhile is found in either.
 */
export async function changesWithin(
  reader: TenantReader,
  stretch: Stretch,
  { withSuperseded }: { readonly withSuperseded: boolean },
): Promise<readonly TableChanges[]> {
  const params = { ...stretch };
  const tables = await changedTables(reader, params);
  return Promise.all(
    tables.map(async (table) => {
      const [rows, superseded] = await Promise.all([
        reader.query<RawRow>(
          `SELECT ${list(table, 'x')} FROM ${table.name} x WHERE ${of('x')} AND ${within('x', 'since')}
           UNION ALL SELECT ${list(table, 'h')} FROM ${table.name}_history h
             WHERE ${of('h')} AND ${within('h', 'since')} AND h.until > :asOf`,
          params,
        ),
        withSuperseded
          ? reader.query<RawRow>(
              `SELECT ${list(table, 'h')}, h.until FROM ${table.name}_history h WHERE ${of('h')} AND ${within('h', 'until')}`,
              params,
            )
          : [],
      ]);
      return { table, rows, superseded };
    }),
  );
}
