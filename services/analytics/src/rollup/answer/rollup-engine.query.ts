import type { Database } from '@redress/persistence';
import { FIRST_GENERATION } from '../../facts/take-in/projection-state.query';
import { askedTogether } from '../../metrics/engines/asked-together.model';
import type { EngineRow, MetricsEngine } from '../../metrics/engines/engine.model';
import type { RollupLayout } from '../model/rollup-layout.model';
import { rollupQuestion } from './rollup-question.model';
import { rollupRows, type ResultRow } from './rollup-rows.model';
import { standingOf, type Standing } from './rollup-standing.query';
import { rollupStatement, type AskedOfTotals } from './rollup-statement.model';

interface AskedOfTenant extends AskedOfTotals {
  readonly tenantId: string;
  readonly position: bigint;
}

type Rows = readonly (readonly EngineRow[])[];

/**
 * Answers from totals that are kept in the transaction that changes the facts, so that what is read does not grow with the
 * complaints. Only for the moment at which they stand: of an earlier one they know nothing. The questions of a board are
 * answered with one statement. Which totals stand is remembered; the statement tells whether they still do.
 */
export function rollupEngine(database: Database, layout: RollupLayout): MetricsEngine {
  const standings = new Map<string, Standing>();
  const look = async (tenantId: string): Promise<Standing | undefined> => {
    const standing = await standingOf(database.reader(tenantId), layout);
    if (standing !== undefined) standings.set(tenantId, standing);
    return standing;
  };
  const read = async (asked: readonly AskedOfTenant[], { generation, edition }: Standing) => {
    const [first] = asked;
    if (first === undefined) return undefined;
    const { tenantId, position } = first;
    const { sql, values } = rollupStatement(asked);
    const rows = await database.reader(tenantId).query<ResultRow>(sql, {
      ...{ ...values, generation, edition, position },
      firstGeneration: FIRST_GENERATION,
    });
    return rollupRows(rows, asked);
  };
  const answer = async (asked: readonly AskedOfTenant[]): Promise<readonly (Rows | undefined)[]> => {
    const { tenantId = '', position } = asked[0] ?? {};
    const remembered = standings.get(tenantId);
    const rows = remembered && (await read(asked, remembered));
    if (rows !== undefined) return rows;
    const standing = await look(tenantId);
    const again = standing?.position === position && standing !== undefined ? await read(asked, standing) : undefined;
    return again ?? asked.map(() => undefined);
  };
  const stands = askedTogether(String, async ([tenantId = '', ...others]: readonly string[]) => {
    const standing = await look(tenantId);
    return [standing, ...others.map(() => standing)];
  });
  const ask = askedTogether(({ tenantId, position }: AskedOfTenant) => `${position} ${tenantId}`, answer);
  return {
    name: 'rollup',
    canAnswer: (_, query, sets) => rollupQuestion(layout, query, sets) !== undefined,
    position: async (tenantId) => (await stands(tenantId))?.position,
    rows: (tenantId, query, sets, { position }, limit) => {
      const question = rollupQuestion(layout, query, sets);
      return question === undefined
        ? Promise.resolve(undefined)
        : ask({ tenantId, position, query, question, limit: limit + 1 });
    },
  };
}
