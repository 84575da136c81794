import { Bindings, localTime, type Statement } from '../../metrics/engines/dialect.model';
import { liveMariadb } from '../../metrics/engines/mariadb.dialect.model';
import { isGrain } from '../../metrics/model/dimension.model';
import { offsetPeriods } from '../../metrics/model/local-time.model';
import { filteredBy, type MetricsQuery } from '../../metrics/model/metrics-query.model';
import { keptWord } from '../model/rollup-deltas.model';
import type { ListColumns } from './answer-columns.model';
import type { BucketRange } from './bucket-ranges.model';
import type { RolledSet } from './rollup-question.model';

/** Alias of the totals. */
const ROWS = 'r';

interface Asked {
  readonly set: RolledSet;
  readonly ranges: readonly BucketRange[];
  readonly limit: number;
  readonly list: ListColumns;
}

function keysOf({ groupBy, timeZone, window }: MetricsQuery, bindings: Bindings): readonly string[] {
  return groupBy.map((dimension) => {
    if (!isGrain(dimension)) return `${ROWS}.value`;
    const periods = offsetPeriods(timeZone, window.from, window.to);
    return liveMariadb.stretch(localTime(`${ROWS}.bucket`, periods, liveMariadb, bindings), dimension);
  });
}

function within(ranges: readonly BucketRange[], bindings: Bindings): string {
  const each = ranges.map(({ level, from, to }) => {
    const [begin, end] = [bindings.bind(new Date(from)), bindings.bind(new Date(to))];
    return `${ROWS}.level = '${level}' AND ${ROWS}.bucket >= ${begin} AND ${ROWS}.bucket < ${end}`;
  });
  return each.join(' OR ');
}

function filters({ where }: MetricsQuery, bindings: Bindings): string {
  const lists = filteredBy(where).map((name) => (where[name] ?? []).map(keptWord));
  return lists
    .map((words) =>
      words.length === 0 ? ' AND 1 = 0' : ` AND ${liveMariadb.isIn(`${ROWS}.value`, bindings.bind(words))}`,
    )
    .join('');
}

/** The groups of a set by its totals; one is there when there is a row of the fact in it. */
export function totalsBranch(query: MetricsQuery, { set, ranges, limit, list }: Asked): Statement {
  const { place, dimension, metrics } = set;
  const bindings = new Bindings(liveMariadb);
  const keys = keysOf(query, bindings);
  const currency = place.currency === undefined ? undefined : `${ROWS}.currency`;
  const groups = currency === undefined ? keys : [...keys, currency];
  const numbers = metrics.flat().map((column) => `SUM(${ROWS}.${column})`);
  const sql = `SELECT ${list({ keys, currency, numbers })} FROM rollup ${ROWS}
    WHERE ${ROWS}.tenant_id = :tenantId AND ${ROWS}.generation = :generation AND ${ROWS}.edition = :edition
      AND ${ROWS}.place = ${place.number} AND ${ROWS}.dimension = ${dimension} AND (${within(ranges, bindings)})
      ${filters(query, bindings)}
    ${groups.length === 0 ? '' : `GROUP BY ${groups.join(', ')} `}HAVING SUM(${ROWS}.n0) > 0 LIMIT ${limit}`;
  return { sql, values: bindings.values };
}
