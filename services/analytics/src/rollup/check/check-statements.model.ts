import type { Statement } from '../../metrics/engines/dialect.model';
import type { MetricSet } from '../../metrics/engines/engine.model';
import { liveMariadb } from '../../metrics/engines/mariadb.dialect.model';
import { metricsStatement } from '../../metrics/engines/metrics-statement.model';
import type { DimensionName } from '../../metrics/model/dimension.model';
import { METRICS } from '../../metrics/model/metric-registry.model';
import { placeOf, type RollupLayout, type RollupPlace } from '../model/rollup-layout.model';

/** A statement that finds totals that are not right, with what each of its numbers is called. */
export interface CheckStatement extends Statement {
  readonly names: readonly string[];
}

/** Rows are read as they are when the statement is run: it sees the facts and the totals at one moment. */
const THE_PRESENT = 9_007_199_254_740_991n;
const EVERYTHING = 1_000_000_000;

const OF = 'r.tenant_id = :tenantId AND r.generation = :generation AND r.edition = :edition';
const word = (key: string): string => `CASE WHEN ${key} IS NULL THEN '' ELSE CONCAT('=', ${key}) END`;

/** Each number of the facts' answer, what it is called, and the column in which totals have it. */
function comparedNumbers(layout: RollupLayout, place: RollupPlace) {
  const metrics = METRICS.flatMap((definition) => {
    const found = placeOf(layout, definition);
    return found?.place === place ? [{ definition, columns: found.columns }] : [];
  });
  const [first] = metrics;
  // Whether there are rows at all is told by their number, which no metric need be.
  const rows = first && { definition: { ...first.definition, measure: { kind: 'count' } as const }, columns: ['n0'] };
  const all = rows === undefined ? metrics : [rows, ...metrics];
  return {
    metrics: all.map(({ definition }) => definition),
    numbers: all.flatMap(({ definition, columns }, index) =>
      // How many a sum of money is the sum of is known to totals alone.
      columns.slice(0, definition.measure.kind === 'sum' ? 1 : columns.length).map((column, at) => ({
        ...{ name: index === 0 ? 'ROWS' : definition.name, column },
        fromFacts: `m${index}_${at}`,
      })),
    ),
  };
}

/** Finds hours, or days by a dimension, whose totals are not what the facts come to. */
export function factsStatement(
  layout: RollupLayout,
  place: RollupPlace,
  window: { readonly from: Date; readonly to: Date },
  dimension: DimensionName | undefined,
): CheckStatement {
  const { metrics, numbers } = comparedNumbers(layout, place);
  const set: MetricSet = { fact: place.fact, anchor: place.anchor, metrics };
  const groupBy: readonly DimensionName[] = dimension === undefined ? ['HOUR'] : ['DAY', dimension];
  const [level, format] = dimension === undefined ? ['HOUR', '%Y-%m-%dT%H'] : ['DAY', '%Y-%m-%d'];
  const query = { metrics: metrics.map(({ name }) => name), groupBy, where: {}, window, timeZone: 'UTC' };
  const facts = metricsStatement(set, query, { now: new Date(0), dialect: liveMariadb, limit: EVERYTHING });
  const currency = place.currency === undefined ? `''` : word('f.currency');
  const value = dimension === undefined ? `''` : word('f.k1');
  const number = place.dimensions.findIndex(({ name }) => name === dimension) + 1;
  const list = (each: (of: (typeof numbers)[number]) => string) =>
    numbers.map((of, index) => `${each(of)} AS m${index}`).join(', ');
  const sql = `SELECT '${dimension ?? ''}' AS dimension, d.bucket, d.value, d.currency,
      ${numbers.map((_, index) => `SUM(d.m${index}) AS m${index}`).join(', ')}
    FROM (SELECT f.k0 AS bucket, ${value} AS value, ${currency} AS currency,
        ${list(({ fromFacts }) => `COALESCE(f.${fromFacts}, 0)`)} FROM (${facts.sql}) f
      UNION ALL SELECT DATE_FORMAT(r.bucket, '${format}'), r.value, r.currency,
        ${list(({ column }) => `-r.${column}`)} FROM rollup r
      WHERE ${OF} AND r.place = ${place.number} AND r.dimension = ${number} AND r.level = '${level}') d
    GROUP BY d.bucket, d.value, d.currency
    HAVING ${numbers.map((_, index) => `SUM(d.m${index}) <> 0`).join(' OR ')}`;
  const values = { ...facts.values, present: THE_PRESENT };
  return { sql: sql.replaceAll(':position', ':present'), values, names: numbers.map(({ name }) => name) };
}

/** Finds days whose totals are not those of their hours. */
export function daysStatement({ number, numbers }: RollupPlace): CheckStatement {
  const sums = numbers.map(({ stands }) => `SUM(CASE r.level WHEN 'HOUR' THEN r.${stands} ELSE -r.${stands} END)`);
  const sql = `SELECT r.dimension, DATE_FORMAT(r.bucket, '%Y-%m-%d') AS bucket, r.value, r.currency,
      ${sums.map((sum, index) => `${sum} AS m${index}`).join(', ')}
    FROM rollup r WHERE ${OF} AND r.place = ${number} AND r.dimension = 0
    GROUP BY r.dimension, DATE_FORMAT(r.bucket, '%Y-%m-%d'), r.value, r.currency
    HAVING ${sums.map((sum) => `${sum} <> 0`).join(' OR ')}`;
  return { sql, values: {}, names: numbers.map(({ stands }) => stands) };
}
