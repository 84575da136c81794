import type { Statement } from '../../metrics/engines/dialect.model';
import { liveMariadb } from '../../metrics/engines/mariadb.dialect.model';
import { metricsStatement } from '../../metrics/engines/metrics-statement.model';
import { isGrain } from '../../metrics/model/dimension.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import type { ListColumns } from './answer-columns.model';
import type { RolledSet } from './rollup-question.model';

/** No metric of which totals are kept rests on the moment. */
const NEVER = new Date(0);

/** A word of the facts as totals keep it. */
const kept = (column: string): string => `CASE WHEN ${column} IS NOT NULL THEN CONCAT('=', ${column}) ELSE '' END`;

/** The groups of a set within a part of an hour, from the rows of the facts as they are. */
export function endBranch(
  query: MetricsQuery,
  { set: { set, place }, limit, list }: { readonly set: RolledSet; readonly limit: number; readonly list: ListColumns },
): Statement {
  const { sql, values } = metricsStatement(set, query, { now: NEVER, dialect: liveMariadb, limit });
  const numbers = set.metrics.flatMap(({ measure }, index) => {
    const first = `e.m${index}_0`;
    if (measure.kind === 'count') return [first];
    // Totals tell how many a sum is the sum of, to know of a sum of nothing.
    return [first, measure.kind === 'sum' ? `CASE WHEN ${first} IS NULL THEN 0 ELSE 1 END` : `e.m${index}_1`];
  });
  const keys = query.groupBy.map((dimension, index) => (isGrain(dimension) ? `e.k${index}` : kept(`e.k${index}`)));
  const currency = place.currency === undefined ? undefined : kept('e.currency');
  return { sql: `SELECT ${list({ keys, currency, numbers })} FROM (${sql}) e`, values };
}
