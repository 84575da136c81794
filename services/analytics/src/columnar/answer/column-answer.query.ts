import type { EngineRow } from '../../metrics/engines/engine.model';
import { metricsStatement } from '../../metrics/engines/metrics-statement.model';
import type { ColumnStore } from '../adapters/column-store-duckdb';
import { currentCopy, earlierCopy, writtenOut } from '../model/duckdb.dialect.model';
import type { TenantCopy } from '../model/tenant-copy.model';
import { toAnswer } from './copy-answer.model';
import type { CopyQuestion } from './copy-engine.query';

/** Answers from the embedded column store; all statements of a question see the same rows. */
export function answerFromColumns(
  store: ColumnStore,
  { schema, dictionary }: TenantCopy,
  { query, sets, moment: { position, now }, limit }: CopyQuestion,
): Promise<readonly (readonly EngineRow[])[]> {
  const wordOf = (column: string, kept: string): string => dictionary.word(column, Number(kept));
  return store.read(async (connection) => {
    const run = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
    const [reach] = await run(`SELECT position FROM ${schema}.reach`);
    const isCurrent = reach?.['position'] === position;
    const dialect = isCurrent ? currentCopy(schema, dictionary) : earlierCopy(schema, dictionary, position);
    const answers: (readonly EngineRow[])[] = [];
    for (const set of sets) {
      const statement = metricsStatement(set, query, { now, dialect, limit: limit + 1 });
      answers.push(toAnswer(await run(writtenOut(statement)), set, query, wordOf));
    }
    return answers;
  });
}
