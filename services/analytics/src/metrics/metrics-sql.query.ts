import type { Anchor, DimensionName, MetricDefinition } from './metric-registry.model';
import { offsetPeriods } from './local-time.model';
import { MAXIMUM_GROUPS, type MetricsQuery } from './metrics-query.model';

type Bindings = Record<string, unknown>;

interface Statement {
  readonly sql: string;
  readonly params: Bindings;
}

const ANCHOR_COLUMN: Record<Anchor, string> = {
  receipt: 'f.received_at',
  closing: 'f.closed_at',
  'first-reply': 'f.first_reply_at',
  settlement: 's.completed_at',
};

const COMPLAINT_SOURCE = 'complaint_fact f WHERE f.tenant_id = :tenantId';
const SETTLEMENT_SOURCE = `settlement_fact s
  JOIN complaint_fact f ON f.tenant_id = :tenantId AND f.complaint_id = s.complaint_id
 WHERE s.tenant_id = :tenantId`;

const FILTERS = {
  channel: 'f.channel',
  category: 'f.category_code',
  product: 'f.product',
  region: 'f.region',
} as const;

const COLUMNS: Record<Exclude<DimensionName, 'DAY' | 'MONTH'>, string> = {
  CHANNEL: 'f.channel',
  CATEGORY: 'f.category_code',
  PRODUCT: 'f.product',
  REGION: 'f.region',
  OUTCOME: 'f.outcome',
  REGULATION: 'f.regulation_id',
  INSTRUMENT: 's.instrument',
  CURRENCY: 's.currency',
};

/** Local time as SQL: the offset of the asker's zone at each instant, without the database's time-zone tables. */
function localTime(column: string, { timeZone, window }: MetricsQuery, params: Bindings): string {
  const periods = offsetPeriods(timeZone, window.from, window.to);
  const branches = periods.map(({ until, offsetMinutes }, index) => {
    const shifted = `${column} + INTERVAL ${offsetMinutes} MINUTE`;
    if (until === undefined) return `ELSE ${shifted}`;
    params[`until${index}`] = until;
    return `WHEN ${column} < :until${index} THEN ${shifted}`;
  });
  return periods.length === 1 ? (branches[0] ?? '').replace('ELSE ', '') : `CASE ${branches.join(' ')} END`;
}

function dimensions(anchor: Anchor, query: MetricsQuery, params: Bindings): string[] {
  return query.groupBy.map((dimension, index) => {
    if (dimension !== 'DAY' && dimension !== 'MONTH') return `${COLUMNS[dimension]} AS k${index}`;
    const format = dimension === 'DAY' ? '%Y-%m-%d' : '%Y-%m';
    return `DATE_FORMAT(${localTime(ANCHOR_COLUMN[anchor], query, params)}, '${format}') AS k${index}`;
  });
}

function source(anchor: Anchor, query: MetricsQuery, params: Bindings): string {
  const conditions = [`${ANCHOR_COLUMN[anchor]} >= :windowFrom AND ${ANCHOR_COLUMN[anchor]} < :windowTo`];
  params['windowFrom'] = query.window.from;
  params['windowTo'] = query.window.to;
  for (const [name, column] of Object.entries(FILTERS)) {
    const values = query.where[name as keyof typeof FILTERS];
    if (values === undefined) continue;
    params[name] = values;
    conditions.push(values.length === 0 ? '1 = 0' : `${column} IN (:${name})`);
  }
  const from = anchor === 'settlement' ? SETTLEMENT_SOURCE : COMPLAINT_SOURCE;
  return `FROM ${from} AND ${conditions.join(' AND ')}`;
}

const grouping = (keys: number): string =>
  keys === 0 ? '' : `GROUP BY ${Array.from({ length: keys }, (_, index) => `k${index}`).join(', ')}`;

const keyList = (keys: number): string => Array.from({ length: keys }, (_, index) => `k${index}, `).join('');

/** One statement for all counts and sums that look at the same rows; columns `m0`, `m1`, … in the metrics' order. */
export function countsStatement(
  anchor: Anchor,
  metrics: readonly MetricDefinition[],
  query: MetricsQuery,
  now: Date,
): Statement {
  const params: Bindings = { now };
  const byCurrency = metrics.some(({ measure }) => measure.kind === 'sum');
  const keys = [...dimensions(anchor, query, params), ...(byCurrency ? ['s.currency AS currency'] : [])];
  const measures = metrics.map(({ measure }, index) => {
    if (measure.kind === 'sum') return `SUM(${measure.column}) AS m${index}`;
    const counted = measure.kind === 'count' && measure.condition !== undefined ? measure.condition : undefined;
    return `${counted === undefined ? 'COUNT(*)' : `SUM(CASE WHEN ${counted} THEN 1 ELSE 0 END)`} AS m${index}`;
  });
  const group = [...query.groupBy.map((_, index) => `k${index}`), ...(byCurrency ? ['currency'] : [])];
  return {
    sql: `SELECT ${[...keys, ...measures].join(', ')} ${source(anchor, query, params)}
      ${group.length === 0 ? '' : `GROUP BY ${group.join(', ')}`} LIMIT ${MAXIMUM_GROUPS + 1}`,
    params,
  };
}

/** Count, total, median and 90th percentile (nearest rank) of a duration in milliseconds, for each group. */
export function durationStatement({ anchor, measure }: MetricDefinition, query: MetricsQuery): Statement {
  if (measure.kind !== 'duration') throw new Error('not a duration');
  const params: Bindings = {};
  const keys = query.groupBy.length;
  const elapsed = `TIMESTAMPDIFF(MICROSECOND, ${measure.from}, ${measure.to}) DIV 1000`;
  const inner = dimensions(anchor, query, params);
  const partition = keys === 0 ? '' : `PARTITION BY ${keyList(keys).slice(0, -2)}`;
  return {
    sql: `SELECT ${keyList(keys)} COUNT(*) AS n, SUM(elapsed) AS total,
        MAX(CASE WHEN place = CEIL(size * 0.5) THEN elapsed END) AS median,
        MAX(CASE WHEN place = CEIL(size * 0.9) THEN elapsed END) AS p90
      FROM (SELECT ${keyList(keys)} elapsed,
          ROW_NUMBER() OVER (${partition} ORDER BY elapsed) AS place,
          COUNT(*) OVER (${partition}) AS size
        FROM (SELECT ${[...inner, `${elapsed} AS elapsed`].join(', ')} ${source(anchor, query, params)}
          AND ${measure.from} IS NOT NULL) timed) ranked
      ${grouping(keys)} LIMIT ${MAXIMUM_GROUPS + 1}`,
    params,
  };
}
