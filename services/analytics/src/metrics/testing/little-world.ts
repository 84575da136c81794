import { accept } from '@redress/kernel';
import type { AskMetrics, MetricsAnswer } from '../answer-metrics.handler';
import { toRows } from '../model/figures.model';
import { metric, type MetricName } from '../model/metric-registry.model';
import { filteredBy, type MetricsFilter, type MetricsQuery } from '../model/metrics-query.model';
import { FEWEST_PERSONS } from '../model/persons.model';

/** A complaint of the little world that these questions are asked about. */
export interface Item {
  readonly product: string | null;
  readonly region: string;
  readonly segment?: string;
  readonly customer: string;
  readonly at: string;
  readonly hours: number;
}

const HOUR = 3_600_000n;
export const SUPPORTED: readonly MetricName[] = [
  'COMPLAINTS_RECEIVED',
  'COMPLAINANTS',
  'TIME_TO_CLOSING',
  'CLOSURE_RATE',
];

/** Answers from items in memory, by month and by three dimensions, as the service does from facts. */
export function worldOf(items: readonly Item[]): { readonly ask: AskMetrics; readonly asked: MetricsQuery[] } {
  const asked: MetricsQuery[] = [];
  const isIn = (item: Item, filter: MetricsFilter, name: keyof MetricsFilter): boolean =>
    filter[name]?.includes(keyOf(item, name)) ?? true;
  const ask: AskMetrics = (_, query) => {
    asked.push(query);
    const groups = new Map<string, Item[]>();
    for (const item of items) {
      const at = new Date(item.at);
      if (at < query.window.from || at >= query.window.to) continue;
      const { groupBy, where, parts = {} } = query;
      const wanted = filteredBy(where).every((name) => isIn(item, where, name));
      const values = groupBy.map((dimension) => (isIn(item, parts, dimension) ? keyOf(item, dimension) : null));
      const places = filteredBy(parts).map((name) => String((parts[name]?.indexOf(keyOf(item, name)) ?? -1) + 1));
      const name = JSON.stringify([...values, ...places]);
      if (wanted) groups.set(name, [...(groups.get(name) ?? []), item]);
    }
    if (query.groupBy.length === 0 && groups.size === 0 && query.persons !== 'ALONE') groups.set('[]', []);
    const measured = [...groups].map(([name, own]) => ({
      keys: JSON.parse(name) as string[],
      currency: null,
      metrics: query.metrics.map(metric),
      cells: query.metrics.map((asking) => cellOf(asking, own)),
    }));
    const rows = toRows(measured, query.metrics).map((row) => {
      const own = groups.get(JSON.stringify(row.keys)) ?? [];
      const persons = Math.min(new Set(own.map(({ customer }) => customer)).size, FEWEST_PERSONS);
      if (query.persons === 'ALONE') return { keys: [...row.keys, '0'], figures: [], persons };
      return query.persons === true ? { ...row, persons } : row;
    });
    const asOf = { position: 7n, time: new Date('2026-06-01T00:00:00Z'), complete: true, metricVersion: 1 };
    return Promise.resolve(accept<MetricsAnswer>({ rows, asOf, engine: 'facts' }));
  };
  return { ask, asked };
}

function keyOf(item: Item, dimension: string): string | null {
  if (dimension === 'PRODUCT') return item.product;
  if (dimension === 'CUSTOMER_SEGMENT') return item.segment ?? null;
  return dimension === 'REGION' ? item.region : item.at.slice(0, 7);
}

function cellOf(name: MetricName, own: readonly Item[]): readonly bigint[] {
  const all = BigInt(own.length);
  if (name === 'COMPLAINTS_RECEIVED') return [all];
  if (name === 'COMPLAINANTS') return [BigInt(new Set(own.map(({ customer }) => customer)).size)];
  if (name === 'CLOSURE_RATE') return [BigInt(own.filter(({ hours }) => hours > 0).length), all];
  const spans = own.map(({ hours }) => hours).sort((left, right) => left - right);
  const rank = (part: number) => BigInt(spans[Math.ceil(spans.length * part) - 1] ?? 0) * HOUR;
  return [all, BigInt(spans.reduce((sum, hours) => sum + hours, 0)) * HOUR, rank(0.5), rank(0.9)];
}
