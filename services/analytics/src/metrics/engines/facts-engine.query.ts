import type { Database, TenantReader } from '@redress/persistence';
import { liveGeneration } from '../../facts/take-in/projection-state.query';
import { filteredBy, type MetricsQuery } from '../model/metrics-query.model';
import { dimensionColumn } from '../model/dimension.model';
import type { Dialect } from './dialect.model';
import type { EngineRow, MetricSet, MetricsEngine } from './engine.model';
import { toEngineRows } from './engine-rows.model';
import { earlierMariadb, liveMariadb } from './mariadb.dialect.model';
import { metricsStatement } from './metrics-statement.model';

type ResultRow = Readonly<Record<string, unknown>>;

/** Whether rows of a fact that the answer may rest on were superseded after the position. */
export async function changedSince(reader: TenantReader, facts: ReadonlySet<string>, values: object): Promise<boolean> {
  const branches = [...facts].map(
    (fact) => `EXISTS (SELECT 1 FROM ${fact}_history h
      WHERE h.tenant_id = :tenantId AND h.generation = :generation AND h.until > :position)`,
  );
  const [row] = await reader.query<{ changed: number }>(`SELECT (${branches.join(' OR ')}) AS changed`, { ...values });
  return Number(row?.changed ?? 0) === 1;
}

/** The facts that an answer may rest on. */
export function factsOf(sets: readonly MetricSet[], { groupBy, where, parts = {} }: MetricsQuery): ReadonlySet<string> {
  const dimensions = [...groupBy, ...filteredBy(where), ...filteredBy(parts)];
  return new Set(
    sets.flatMap(({ fact, metrics }) => [
      fact,
      ...(dimensions.some((name) => dimensionColumn(fact, name)?.of === 'complaint') ||
      metrics.some(({ measure }) => measure.kind === 'distinct' && measure.of === 'complaint')
        ? ['complaint_fact']
        : []),
    ]),
  );
}

/**
 * Answers from the facts in MySQL, at any position. Rows are read as they are now first; only when some of them changed
 * after the position, versions that were superseded are read with them.
 */
export function factsEngine(database: Database): MetricsEngine {
  return {
    name: 'facts',
    canAnswer: () => true,

    async position(tenantId) {
      const [row] = await database.reader(tenantId).query<{
        position: string;
      }>('SELECT p.last_position AS position FROM change_position p WHERE p.tenant_id = :tenantId');
      return BigInt(row?.position ?? 0);
    },

    async rows(tenantId, query, sets, { position, now }, limit) {
      const reader = database.reader(tenantId);
      const generation = await liveGeneration(reader);
      const scope = { generation, position };
      const all = (dialect: Dialect): Promise<readonly (readonly EngineRow[])[]> =>
        Promise.all(
          sets.map(async (set) => {
            const { sql, values } = metricsStatement(set, query, { now, dialect, limit: limit + 1 });
            return toEngineRows(await reader.query<ResultRow>(sql, { ...values, ...scope }), set, query);
          }),
        );
      const live = await all(liveMariadb);
      const changed = await changedSince(reader, factsOf(sets, query), scope);
      return changed ? all(earlierMariadb) : live;
    },
  };
}
