import type { Database } from '@redress/persistence';
import type { MetricsEngine } from '../../metrics/engines/engine.model';
import type { RollupLayout } from '../model/rollup-layout.model';
import { rollupQuestion } from './rollup-question.decide';
import { rollupRows, type ResultRow } from './rollup-rows.decide';
import { standingOf, type Standing } from './rollup-standing.query';
import { rollupStatement } from './rollup-statement.decide';

/**
 * Answers from totals that are kept in the transaction that changes the facts, so that what is read does not grow with the
 * complaints. Only for the moment at which they stand: of an earlier one they know nothing. Which totals stand is
 * remembered; the statement that reads them tells whether they still do.
 */
export function rollupEngine(database: Database, layout: RollupLayout): MetricsEngine {
  const standings = new Map<string, Standing>();
  const look = async (tenantId: string): Promise<Standing | undefined> => {
    const standing = await standingOf(database.reader(tenantId), layout);
    if (standing !== undefined) standings.set(tenantId, standing);
    return standing;
  };
  return {
    name: 'rollup',
    canAnswer: (_, query, sets) => rollupQuestion(layout, query, sets) !== undefined,
    position: async (tenantId) => (await look(tenantId))?.position,

    async rows(tenantId, query, sets, { position }, limit) {
      const question = rollupQuestion(layout, query, sets);
      if (question === undefined) return undefined;
      const { sql, values } = rollupStatement(query, question, limit + 1);
      const read = async ({ generation, edition }: Standing) => {
        const params = { ...values, generation, edition, position };
        return rollupRows(await database.reader(tenantId).query<ResultRow>(sql, params), query, question);
      };
      const remembered = standings.get(tenantId);
      const rows = remembered && (await read(remembered));
      if (rows !== undefined) return rows;
      const standing = await look(tenantId);
      return standing?.position === position ? read(standing) : undefined;
    },
  };
}
