import type { FactName } from '../../facts/model/fact-tables.model';
import type { Condition } from '../../metrics/model/condition.model';
import type { RollupLayout, RollupPlace } from './rollup-layout.model';

function columnsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(columnsIn);
  if ('any' in condition) return condition.any.flatMap(columnsIn);
  if ('not' in condition) return columnsIn(condition.not);
  return 'notAfter' in condition ? [condition.column, condition.notAfter] : [condition.column];
}

const columnsOf = ({ anchor, currency, numbers, dimensions }: RollupPlace): readonly (string | undefined)[] => [
  ...[anchor, currency],
  ...numbers.flatMap(({ column, where }) => [column, ...columnsIn(where)]),
  ...dimensions.map(({ column }) => column),
];

/** Columns of a fact on which its totals rest. */
export function rolledColumns({ places }: RollupLayout, fact: FactName): ReadonlySet<string> {
  const columns = places.filter((place) => place.fact === fact).flatMap(columnsOf);
  return new Set(columns.filter((column) => column !== undefined));
}
