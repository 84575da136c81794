import type { ClickHouseClient } from '@clickhouse/client';
import { toAnswer } from '../columnar/answer/copy-answer.model';
import type { CopyQuestion } from '../columnar/answer/copy-engine.query';
import type { TenantCopy } from '../columnar/model/tenant-copy.model';
import type { EngineRow } from '../metrics/engines/engine.model';
import { metricsStatement } from '../metrics/engines/metrics-statement.model';
import { clickhouse, withTypes } from './model/clickhouse.dialect.model';

/** A complaint that is not there leaves nothing, not empty words; whole numbers of any size arrive as text. */
const SETTINGS = { join_use_nulls: 1, output_format_json_quote_64bit_integers: 1 } as const;

/** Answers from ClickHouse, one statement a set; each reads the versions that were alive at the position. */
export function answerFromClickhouse(
  client: ClickHouseClient,
  { tenantId, generation }: TenantCopy,
  { query, sets, moment: { position, now }, limit }: CopyQuestion,
): Promise<readonly (readonly EngineRow[])[]> {
  return Promise.all(
    sets.map(async (set) => {
      const statement = metricsStatement(set, query, { now, dialect: clickhouse, limit: limit + 1 });
      const { query: text, params } = withTypes(statement);
      const answer = await client.query({
        query: text,
        query_params: { ...params, tenantId, generation, position: String(position) },
        format: 'JSONEachRow',
        clickhouse_settings: SETTINGS,
      });
      return toAnswer(await answer.json<Record<string, unknown>>(), set, query, (_, word) => word);
    }),
  );
}
