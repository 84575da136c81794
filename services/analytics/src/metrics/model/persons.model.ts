import type { EngineRow, MetricSet } from '../engines/engine.model';
import type { FactName } from '../../facts/model/fact-tables.model';
import { FACTS_OF_COMPLAINT } from './dimension.model';
import type { Measure, Metric } from './metric.model';
import type { MetricName } from './metric-registry.model';
import type { MetricsRow } from './metrics-answer.model';

/** The fewest complainants that a group may rest on for those who may not see single persons: no more are counted. */
export const FEWEST_PERSONS = 5;

const PERSONS = {
  name: 'COMPLAINANTS',
  version: 1,
  label: { zh: '投诉人数', en: 'Complainants' },
  definition: { zh: '一组数字所依据的不同客户数。', en: 'Different customers that a group of figures rests on.' },
  unit: 'COUNT',
} as const satisfies Omit<Metric<MetricName>, 'fact' | 'anchor' | 'measure'>;

/** What stands for a person where a fact does not tell whom it concerns: no fewer of it than of them. */
const IN_PLACE_OF_PERSONS: Partial<Record<FactName, string>> = {
  return_fact: 'return_id',
  return_exception_fact: 'exception_id',
  posting_fact: 'entry_id',
  purchase_fact: 'purchase_id',
};

function measureOf(fact: FactName): Extract<Measure, { kind: 'distinct' }> | undefined {
  if (FACTS_OF_COMPLAINT.has(fact)) return { kind: 'distinct', column: 'customer_id', of: 'complaint' };
  const column = IN_PLACE_OF_PERSONS[fact];
  return column === undefined ? undefined : { kind: 'distinct', column };
}

/** One set for each fact and anchor that figures are taken from, which counts the complainants behind them. */
export function personSets(sets: readonly MetricSet[]): readonly MetricSet[] {
  const places = new Map(sets.map((set) => [`${set.fact}/${set.anchor}`, set]));
  return [...places.values()].flatMap(({ fact, anchor }) => {
    const measure = measureOf(fact);
    return measure === undefined ? [] : [{ fact, anchor, metrics: [{ ...PERSONS, fact, anchor, measure }] }];
  });
}

/** The numbers of complainants by themselves: the key after all others is which of the sets they are of. */
export const onlyPersons = (counted: readonly (readonly EngineRow[])[]): readonly MetricsRow[] =>
  counted.flatMap((rows, set) =>
    rows.map(({ keys, cells }) => ({
      keys: [...keys, String(set)],
      figures: [],
      persons: Number(cells[0]?.[0] ?? 0n),
    })),
  );

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
