import { formatAmount, money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import { metric, type Anchor, type MetricDefinition } from './metric-registry.model';
import type { MetricFigure, MetricsRow, Statistic } from './metrics-answer.model';
import type { MetricsQuery } from './metrics-query.model';
import { countsStatement, durationStatement } from './metrics-sql.query';

type ResultRow = Readonly<Record<string, string | number | null>>;

interface Group {
  readonly keys: readonly (string | null)[];
  readonly figures: MetricFigure[];
}

/** Rows by the text of their keys, so that the answers of several statements meet in one row. */
class Groups {
  private readonly byKey = new Map<string, Group>();

  constructor(private readonly dimensions: number) {}

  add(row: ResultRow, ...figures: readonly MetricFigure[]): void {
    const keys = Array.from({ length: this.dimensions }, (_, index) => {
      const value = row[`k${index}`];
      return value === null || value === undefined ? null : String(value);
    });
    const name = JSON.stringify(keys);
    const group = this.byKey.get(name) ?? { keys, figures: [] };
    group.figures.push(...figures);
    this.byKey.set(name, group);
  }

  /** In the order of their keys, `null` last, so that the same question has the same answer to the byte. */
  ordered(): readonly MetricsRow[] {
    return [...this.byKey.values()].sort((left, right) => compareKeys(left.keys, right.keys));
  }
}

function compareKeys(left: readonly (string | null)[], right: readonly (string | null)[]): number {
  for (const [index, a] of left.entries()) {
    const b = right[index] ?? null;
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -1 : 1;
  }
  return 0;
}

const integer = (value: string | number | null | undefined): bigint => BigInt(value ?? 0);

function countFigure({ name, unit, measure }: MetricDefinition, row: ResultRow, index: number): MetricFigure {
  const value = integer(row[`m${index}`]);
  if (measure.kind !== 'sum') return { metric: name, statistic: 'COUNT', unit, value: value.toString() };
  const currency = String(row['currency']);
  return { metric: name, statistic: 'SUM', unit, value: formatAmount(money(value, currency)), currency };
}

function durationFigures({ name, unit }: MetricDefinition, row: ResultRow): MetricFigure[] {
  const count = integer(row['n']);
  if (count === 0n) return [];
  const figure = (statistic: Statistic, value: bigint): MetricFigure => ({
    metric: name,
    statistic,
    unit: statistic === 'COUNT' ? 'COUNT' : unit,
    value: value.toString(),
  });
  return [
    figure('COUNT', count),
    figure('MEAN', integer(row['total']) / count),
    figure('MEDIAN', integer(row['median'])),
    figure('P90', integer(row['p90'])),
  ];
}

/**
 * Answers a checked query: one statement for the counts and one for the sums of each anchor, one for each duration.
 * `now` decides what is open and overdue.
 */
export async function readMetrics(
  reader: TenantReader,
  query: MetricsQuery,
  now: Date,
): Promise<readonly MetricsRow[]> {
  const groups = new Groups(query.groupBy.length);
  const definitions = query.metrics.map(metric);
  const sets = new Map<string, { readonly anchor: Anchor; readonly metrics: MetricDefinition[] }>();
  for (const definition of definitions) {
    const { anchor, measure } = definition;
    if (measure.kind === 'duration') continue;
    const name = `${anchor}/${measure.kind}`;
    const set = sets.get(name) ?? { anchor, metrics: [] };
    set.metrics.push(definition);
    sets.set(name, set);
  }
  const counted = [...sets.values()].map(async ({ anchor, metrics }) => {
    const { sql, params } = countsStatement(anchor, metrics, query, now);
    return { metrics, rows: await reader.query<ResultRow>(sql, params) };
  });
  const timed = definitions
    .filter(({ measure }) => measure.kind === 'duration')
    .map(async (definition) => {
      const { sql, params } = durationStatement(definition, query);
      return { definition, rows: await reader.query<ResultRow>(sql, params) };
    });
  for (const { metrics, rows } of await Promise.all(counted)) {
    for (const row of rows) groups.add(row, ...metrics.map((definition, index) => countFigure(definition, row, index)));
  }
  for (const { definition, rows } of await Promise.all(timed)) {
    for (const row of rows) groups.add(row, ...durationFigures(definition, row));
  }
  return groups.ordered();
}
