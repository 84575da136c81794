import { readConnection, type Connection, type GraphContext, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { factTableOf } from '../../facts/model/fact-tables.model';
import { liveGeneration } from '../../facts/take-in/projection-state.query';
import type { Dialect } from '../engines/dialect.model';
import { changedSince, factsOf } from '../engines/facts-engine.query';
import { earlierMariadb, liveMariadb } from '../engines/mariadb.dialect.model';
import { metricSets } from '../engines/metric-sets.model';
import { rowsStatement } from '../engines/metrics-statement.model';
import { metric, type MetricName } from '../model/metric-registry.model';
import type { CellQuery } from './cell.model';

/** A row of a fact that a figure counts. */
export interface CountedRow {
  readonly complaintId: string;
  readonly at: Date;
}

/** A cell, at a position and a time. */
interface AskedCell extends CellQuery {
  readonly at: { readonly position: bigint; readonly time: Date };
  readonly among: boolean;
}

type PageArgs = Parameters<typeof readConnection>[3];

/** The key of a row without the complaint's own, which is unique by itself. */
function idOf(name: MetricName): string {
  const [first, ...others] = factTableOf(metric(name).fact).key;
  if (others.length === 0) return `x.${first}`;
  return others.length === 1 ? `x.${others[0]}` : `CONCAT(${others.map((column) => `x.${column}`).join(", '/', ")})`;
}

/** A page of what a figure counts, the latest first, at the moment of the figure. */
export async function casesBehind<Node>(
  context: Pick<GraphContext, 'cursors' | 'viewer'>,
  reader: TenantReader,
  { query, values, at, among }: AskedCell,
  args: PageArgs,
  toNode: (row: CountedRow) => Node,
): Promise<Connection<Node>> {
  const [name] = query.metrics;
  if (name === undefined) throw new Error('a cell has one metric');
  const definition = metric(name);
  const scope = { generation: await liveGeneration(reader), position: at.position };
  const page = (dialect: Dialect): Promise<Connection<Node>> => {
    const rows = rowsStatement(definition, query, values, { now: at.time, dialect, among });
    const list: KeysetList = {
      name: `cases-behind/${name}`,
      order: { name: 'AT_DESC', column: `x.${definition.anchor}`, direction: 'descending' },
      idColumn: idOf(name),
      select: `x.complaint_id AS complaintId, x.${definition.anchor} AS at`,
      ...{ from: rows.from, where: rows.where, params: { ...rows.values, ...scope } },
    };
    return readConnection(context, reader, list, args, toNode);
  };
  const facts = factsOf(metricSets([name]), query);
  // As for figures: rows as they are now first, and only when some changed after the position, their earlier versions.
  const exact = async <Value>(live: Promise<Value>, earlier: () => Promise<Value>): Promise<Value> => {
    const value = await live;
    return (await changedSince(reader, facts, scope)) ? earlier() : value;
  };
  const connection = await exact(page(liveMariadb), () => page(earlierMariadb));
  return {
    ...connection,
    totalCount: () => exact(connection.totalCount(), async () => (await page(earlierMariadb)).totalCount()),
  };
}
