import { SEEDED_SPAN } from './seeded-facts';

/** One question as it is put to the graph, and as plain SQL to the facts and to a bare column store. */
export interface Tile {
  readonly query: Readonly<Record<string, unknown>>;
  /** The cell whose cases are asked for, in place of a figure. */
  readonly cell?: Readonly<Record<string, unknown>>;
  /** The same in the words of a database; `from` is the table with its tenant. */
  readonly rowwise: string;
  readonly columnar: string;
}

const whole = SEEDED_SPAN;
const month = { from: new Date('2025-11-01T00:00:00Z'), to: new Date('2025-12-01T00:00:00Z') };
const year = { from: new Date('2025-01-01T00:00:00Z'), to: whole.to };

type Window = typeof whole;

interface Asked {
  readonly metrics: readonly string[];
  readonly groupBy?: readonly string[];
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly window: Window;
  readonly more?: object;
  /** Keys in both dialects; the same text where there is one. */
  readonly keys?: readonly (string | readonly [string, string])[];
  readonly numbers: string;
  readonly tail?: string;
}

const sqlInstant = (date: Date): string => `'${date.toISOString().replace('T', ' ').slice(0, -1)}'`;

function conditions({ where = {}, window }: Asked): string {
  const filters = Object.entries(where).map(
    ([column, values]) => ` AND ${column} IN (${values.map((value) => `'${value}'`).join(', ')})`,
  );
  return `received_at >= ${sqlInstant(window.from)} AND received_at < ${sqlInstant(window.to)}${filters.join('')}`;
}

function tile(asked: Asked): Tile {
  const { metrics, groupBy = [], where = {}, window, more = {}, keys = [], numbers, tail = '' } = asked;
  const sql = (from: string, place: 0 | 1): string => {
    const list = keys.map((key) => (typeof key === 'string' ? key : key[place]));
    const group = list.length === 0 ? '' : ` GROUP BY ${list.map((_, index) => index + 1).join(', ')}`;
    return `SELECT ${[...list, numbers].join(', ')} FROM ${from} ${conditions(asked)}${group}${tail}`;
  };
  return {
    query: { metrics, groupBy, where, window, ...more },
    rowwise: sql('complaint_fact WHERE tenant_id = ? AND generation = 1 AND', 0),
    columnar: sql('seeded WHERE', 1),
  };
}

const day = ['DATE(received_at)', 'CAST(received_at AS DATE)'] as const;
const valid = `COUNT(CASE WHEN validity IN ('VALID', 'AT_FAULT') THEN 1 END), COUNT(validity)`;
const count = { metrics: ['COMPLAINTS_RECEIVED'], numbers: 'COUNT(*)' };

/** What a board of an organisation shows of a month, and of its year beside it. */
export const DASHBOARD: readonly Tile[] = [
  tile({ ...count, groupBy: ['DAY'], window: month, keys: [day] }),
  tile({ ...count, window: month }),
  tile({ metrics: ['CASES_OPEN'], window: year, numbers: 'COUNT(CASE WHEN closed_at IS NULL THEN 1 END)' }),
  tile({ metrics: ['VALID_RATE'], window: month, numbers: valid }),
  tile({ ...count, groupBy: ['CHANNEL'], window: month, keys: ['channel'] }),
  tile({ ...count, groupBy: ['LEVEL'], window: month, keys: ['level'] }),
  tile({ ...count, groupBy: ['CATEGORY'], window: month, keys: ['category_code'] }),
  tile({ ...count, groupBy: ['DEPARTMENT'], window: month, keys: ['department'] }),
  tile({ ...count, groupBy: ['REGION'], window: month, keys: ['region'] }),
  tile({
    metrics: ['REPEAT_RATE'],
    window: month,
    numbers: 'COUNT(CASE WHEN repeated IN (1) THEN 1 END), COUNT(*)',
  }),
  tile({ metrics: ['VALID_RATE'], groupBy: ['DEPARTMENT'], window: year, keys: ['department'], numbers: valid }),
  tile({
    ...count,
    groupBy: ['MONTH'],
    window: year,
    keys: [[`DATE_FORMAT(received_at, '%Y-%m')`, `date_trunc('month', received_at)`]],
  }),
];

const ELAPSED = 'TIMESTAMPDIFF(MICROSECOND, received_at, closed_at) DIV 1000';

/** Percentiles in plain SQL: rows are numbered in each group. */
const percentiles: Tile = {
  query: { metrics: ['TIME_TO_CLOSING'], groupBy: ['DEPARTMENT'], window: whole },
  rowwise: `SELECT department, MAX(CASE WHEN place = CEIL(size * 0.5) THEN elapsed END),
      MAX(CASE WHEN place = CEIL(size * 0.9) THEN elapsed END)
    FROM (SELECT department, elapsed, ROW_NUMBER() OVER (PARTITION BY department ORDER BY elapsed) AS place,
        COUNT(*) OVER (PARTITION BY department) AS size
      FROM (SELECT department, ${ELAPSED} AS elapsed FROM complaint_fact
        WHERE tenant_id = ? AND generation = 1 AND closed_at >= ${sqlInstant(whole.from)}
          AND closed_at < ${sqlInstant(whole.to)}) timed) ranked GROUP BY department`,
  columnar: `SELECT department, quantile_disc(epoch_ms(closed_at) - epoch_ms(received_at), [0.5, 0.9]) FROM seeded
    WHERE closed_at >= ${sqlInstant(whole.from)} AND closed_at < ${sqlInstant(whole.to)} GROUP BY department`,
};

/** Questions that nobody foresaw. */
export const SLICES: Readonly<Record<string, Tile>> = {
  'four dimensions with two filters': tile({
    metrics: ['COMPLAINTS_RECEIVED', 'VALID_RATE'],
    groupBy: ['DEPARTMENT', 'REGION', 'CHANNEL', 'LEVEL'],
    where: { channel: ['PHONE', 'WEB_FORM'], level: ['GENERAL', 'SERIOUS'] },
    window: whole,
    keys: ['department', 'region', 'channel', 'level'],
    numbers: `COUNT(*), ${valid}`,
  }),
  'percentiles by department': percentiles,
  'top 20 products of a region': tile({
    ...count,
    groupBy: ['PRODUCT'],
    where: { region: ['region-3'] },
    window: whole,
    more: { top: { by: 'COMPLAINTS_RECEIVED', count: 20 } },
    keys: ['product'],
    tail: ' ORDER BY COUNT(*) DESC LIMIT 20',
  }),
  'days of two years': tile({ ...count, groupBy: ['DAY'], window: whole, keys: [day] }),
};

const BEHIND = `region = 'region-3' AND channel = 'PHONE' AND received_at >= ${sqlInstant(month.from)} AND received_at < ${sqlInstant(month.to)}
  ORDER BY received_at DESC LIMIT 25`;

/** The latest complaints that a figure of a month counts, and how many there are. */
export const PAGE_BEHIND: Tile = {
  query: {},
  cell: {
    metric: 'COMPLAINTS_RECEIVED',
    keys: [{ dimension: 'REGION', value: 'region-3' }],
    where: { channel: ['PHONE'] },
    window: month,
  },
  rowwise: `SELECT complaint_id, received_at, COUNT(*) OVER () FROM complaint_fact WHERE tenant_id = ? AND generation = 1 AND ${BEHIND}`,
  columnar: `SELECT complaint_id, received_at, count(*) OVER () FROM seeded WHERE ${BEHIND}`,
};
