import type { ColumnKind } from '../../facts/model/fact-table.model';
import { FACT_TABLES, type FactName } from '../../facts/model/fact-tables.model';
import type { Condition } from '../../metrics/model/condition.model';
import { DIMENSION_NAMES, dimensionColumn, isGrain } from '../../metrics/model/dimension.model';
import { METRICS } from '../../metrics/model/metric-registry.model';
import type { Measure, Metric } from '../../metrics/model/metric.model';

/** The column that nearly every question of an analyst counts, and the column of a complaint that keeps its mark. */
export const MARKED = 'customer_id';
export const MARK = 'customer_mark';

/** A table of facts as a copy has it: the columns that figures rest on, and no other. */
export interface CopiedTable {
  readonly name: FactName;
  readonly key: readonly string[];
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
}

/** By these rows are tied to their complaint, and persons are told apart. */
const ALWAYS = ['complaint_id', 'customer_id'];

function columnsOfCondition(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(columnsOfCondition);
  if ('any' in condition) return condition.any.flatMap(columnsOfCondition);
  if ('not' in condition) return columnsOfCondition(condition.not);
  return 'notAfter' in condition ? [condition.column, condition.notAfter] : [condition.column];
}

function columnsOfMeasure(measure: Measure): readonly string[] {
  if (measure.kind === 'share') return [...columnsOfCondition(measure.of), ...columnsOfCondition(measure.among)];
  const where = columnsOfCondition(measure.where);
  if (measure.kind === 'count') return where;
  if (measure.kind === 'duration') return [...where, measure.from, measure.to];
  return measure.kind === 'sum' ? [...where, measure.column, measure.currency] : [...where, measure.column];
}

function columnsOf(fact: FactName): ReadonlySet<string> {
  const metrics = (METRICS as readonly Metric[]).filter((metric) => metric.fact === fact);
  const dimensions = DIMENSION_NAMES.filter((name) => !isGrain(name)).map((name) => dimensionColumn(fact, name));
  return new Set([
    ...ALWAYS,
    ...metrics.flatMap(({ anchor, measure }) => [anchor, ...columnsOfMeasure(measure)]),
    ...dimensions.flatMap((found) => (found?.of === 'fact' ? [found.column] : [])),
  ]);
}

/** The tables of a copy; what no metric and no dimension rests on is left out. */
export const COPIED_TABLES: readonly CopiedTable[] = FACT_TABLES.map(({ name, key, columns }) => {
  const used = columnsOf(name);
  return {
    name,
    key,
    columns: Object.entries(columns).flatMap(([column, kind]) =>
      used.has(column) || key.includes(column) ? [{ name: column, kind }] : [],
    ),
  };
});
