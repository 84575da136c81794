import { createClient } from '@clickhouse/client';
import type { OpenCopies } from '../columnar/answer/copy-engine.query';
import { CopiesInClickhouse } from './adapters/tenant-copies-clickhouse';
import { answerFromClickhouse } from './answer-from-clickhouse.query';
import { CLICKHOUSE_TABLES } from './model/clickhouse-tables.model';

/** Opens the copies in a ClickHouse and makes the tables that it lacks. */
export async function clickhouseCopies(url: string): Promise<OpenCopies> {
  const client = createClient({ url });
  for (const query of CLICKHOUSE_TABLES) await client.command({ query });
  return {
    copies: new CopiesInClickhouse(client),
    answer: (copy, question) => answerFromClickhouse(client, copy, question),
    close: () => client.close(),
  };
}
