import type { EngineRow, MetricSet } from '../engines/engine.model';
import { FACTS_OF_COMPLAINT } from './dimension.model';
import type { Metric } from './metric.model';
import type { MetricName } from './metric-registry.model';
import type { MetricsRow } from './metrics-answer.model';

const PERSONS = {
  name: 'COMPLAINANTS',
  version: 1,
  label: { zh: '投诉人数', en: 'Complainants' },
  definition: { zh: '一组数字所依据的不同客户数。', en: 'Different customers that a group of figures rests on.' },
  measure: { kind: 'distinct', column: 'customer_id', of: 'complaint' },
  unit: 'COUNT',
} as const satisfies Omit<Metric<MetricName>, 'fact' | 'anchor'>;

/** One set for each fact and anchor that figures are taken from, which counts the complainants behind them. */
export function personSets(sets: readonly MetricSet[]): readonly MetricSet[] {
  const places = new Map(
    sets.filter(({ fact }) => FACTS_OF_COMPLAINT.has(fact)).map((set) => [`${set.fact}/${set.anchor}`, set]),
  );
  return [...places.values()].map(({ fact, anchor }) => ({ fact, anchor, metrics: [{ ...PERSONS, fact, anchor }] }));
}

/** The rows with the smallest number of complainants that any of their figures rests on. */
export function withPersons(
  rows: readonly MetricsRow[],
  counted: readonly (readonly EngineRow[])[],
): readonly MetricsRow[] {
  const smallest = new Map<string, number>();
  for (const { keys, cells } of counted.flat()) {
    const name = JSON.stringify(keys);
    const persons = Number(cells[0]?.[0] ?? 0n);
    smallest.set(name, Math.min(smallest.get(name) ?? persons, persons));
  }
  return rows.map((row) => {
    const persons = smallest.get(JSON.stringify(row.keys));
    return persons === undefined ? row : { ...row, persons };
  });
}
