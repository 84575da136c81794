import type { BoundValue, Statement } from '../../metrics/engines/dialect.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { AnswerColumns } from './answer-columns.model';
import { endBranch } from './end-branch.model';
import type { RollupQuestion } from './rollup-question.model';
import { totalsBranch } from './totals-branch.model';

/** Which part of the answer a row belongs to: a set, or that the totals hold for the position at all. */
export const POSITION_PART = -1;

/** A question, and for how many groups at most. */
export interface AskedOfTotals {
  readonly query: MetricsQuery;
  readonly question: RollupQuestion;
  readonly limit: number;
}

/** One row when the totals are those of the live facts, complete, and hold for the position. */
const HOLDS = `FROM rollup_state s JOIN change_position p ON p.tenant_id = s.tenant_id
  LEFT JOIN projection j ON j.tenant_id = :tenantId
  WHERE s.tenant_id = :tenantId AND s.generation = :generation AND s.edition = :edition AND s.state = 'READY'
    AND s.position = :position AND p.last_position = :position
    AND COALESCE(j.live_generation, :firstGeneration) = :generation`;

/** Sets are numbered through all questions. */
export function* setsOf(asked: readonly AskedOfTotals[]) {
  let part = 0;
  for (const each of asked) for (const set of each.question.sets) yield { ...each, set, part: part++ };
}

/**
 * Everything with one statement, which sees one moment: whether the totals hold, and the groups of each set, of totals and
 * of what lies at the ends of the window.
 */
export function rollupStatement(asked: readonly AskedOfTotals[]): Statement {
  const columns = new AnswerColumns(
    Math.max(0, ...asked.map(({ query }) => query.groupBy.length)),
    Math.max(0, ...asked.flatMap(({ question }) => question.sets.map(({ metrics }) => metrics.flat().length))),
  );
  const values: Record<string, BoundValue> = {};
  const branches = [`(SELECT ${columns.named(POSITION_PART)} ${HOLDS})`];
  const add = (name: string, { sql, values: own }: Statement): void => {
    // Each part binds its values by itself; here they are told apart.
    branches.push(`(${sql.replaceAll(/:v(\d+)\b/g, `:${name}v$1`)})`);
    for (const [key, value] of Object.entries(own)) values[`${name}${key}`] = value;
  };
  for (const { part, set, query, question, limit } of setsOf(asked)) {
    add(`t${part}`, totalsBranch(query, { set, ranges: question.ranges, limit, list: columns.of(part) }));
    for (const [index, window] of question.ends.entries())
      add(`e${part}_${index}`, endBranch({ ...query, window }, { set, limit, list: columns.of(part) }));
  }
  return { sql: branches.join(' UNION ALL '), values };
}
