import type { FactTable } from '../../facts/model/fact-table.model';
import { factTableOf, type FactName } from '../../facts/model/fact-tables.model';
import type { Condition } from '../model/condition.model';
import { dimensionColumn, isGrain, type DimensionName } from '../model/dimension.model';
import { offsetPeriods } from '../model/local-time.model';
import type { Measure, Metric } from '../model/metric.model';
import { FEWEST_PERSONS } from '../model/persons.model';
import type { MetricName } from '../model/metric-registry.model';
import { filteredBy, type MetricsQuery } from '../model/metrics-query.model';
import { Bindings, localTime, type Dialect, type Statement } from './dialect.model';
import type { MetricSet } from './engine.model';

/** Alias of the fact, and of the complaint that it belongs to. */
const FACT = 'x';
const COMPLAINT = 'f';

/** Where single rows stand, and which of them are meant. */
export interface RowsStatement {
  readonly from: string;
  readonly where: string;
  readonly values: Statement['values'];
}

/** Which rows a measure other than a span of time counts. */
function conditionsOf(measure: Measure, among: boolean): readonly (Condition | undefined)[] {
  if (measure.kind === 'share') return among ? [measure.among] : [measure.of, measure.among];
  const known = measure.kind === 'average' ? [{ column: measure.column, known: true }] : [];
  return [measure.where, ...known];
}

/** Writes the statement of one set of metrics in a dialect. */
class StatementWriter {
  private readonly bindings: Bindings;

  constructor(
    private readonly set: MetricSet,
    private readonly query: MetricsQuery,
    private readonly now: Date,
    private readonly dialect: Dialect,
  ) {
    this.bindings = new Bindings(dialect);
  }

  /** One row a group: its keys, the currency where there are sums, and the numbers of each metric. */
  aggregated(limit: number): Statement {
    const currency = this.set.metrics.flatMap(({ measure }) => (measure.kind === 'sum' ? [measure.currency] : []))[0];
    const keys = this.keys();
    const group = keys.map((_, index) => `k${index}`);
    const columns = keys.map((key, index) => `${key} AS k${index}`);
    if (currency !== undefined) {
      columns.push(`${FACT}.${currency} AS currency`);
      group.push('currency');
    }
    const numbers = this.set.metrics.flatMap(({ measure }, index) =>
      this.numbers(measure).map((number, place) => `${number} AS m${index}_${place}`),
    );
    return this.statement(
      `SELECT ${[...columns, ...numbers].join(', ')} ${this.source()}${group.length === 0 ? '' : ` GROUP BY ${group.join(', ')}`} LIMIT ${limit}`,
    );
  }

  /** Count, total, median and 90th percentile (nearest rank) of a span in milliseconds, for each group. */
  timed(span: string, where: Condition | undefined, limit: number): Statement {
    const keys = this.keys();
    const names = keys.map((_, index) => `k${index}`);
    const list = names.map((name) => `${name}, `).join('');
    const condition = where === undefined ? '' : ` AND ${this.condition(where)}`;
    const inner = `SELECT ${keys.map((key, index) => `${key} AS k${index}, `).join('')}${span} AS elapsed ${this.source()} AND ${span} IS NOT NULL${condition}`;
    const { percentiles, edges } = this.query.spread ?? { percentiles: [], edges: [] };
    const fractions = [0.5, 0.9, ...percentiles.map((percent) => percent / 100)];
    const numbers = [
      ...['COUNT(*)', this.sum('elapsed')],
      ...fractions.map((fraction, index) =>
        this.dialect.atRank === undefined
          ? `MAX(CASE WHEN place = CEIL(size * ${fraction}) THEN elapsed END)`
          : this.dialect.atRank('elapsed', fractions, index),
      ),
      ...edges.map((edge) => `COUNT(CASE WHEN elapsed < ${this.bindings.bind(edge)} THEN 1 END)`),
    ];
    const rows = this.dialect.atRank === undefined ? numbered(names, list, inner) : `(${inner}) timed`;
    return this.statement(
      `SELECT ${list}${numbers.map((number, index) => `${number} AS m0_${index}`).join(', ')} FROM ${rows}${names.length === 0 ? ' HAVING COUNT(*) > 0' : ` GROUP BY ${names.join(', ')}`} LIMIT ${limit}`,
    );
  }

  span({ measure }: Metric): { readonly span: string; readonly where: Condition | undefined } | undefined {
    if (measure.kind === 'worked') return { span: `${FACT}.${measure.column}`, where: measure.where };
    if (measure.kind !== 'duration') return undefined;
    const span = this.dialect.elapsed(`${FACT}.${measure.from}`, `${FACT}.${measure.to}`);
    return { span, where: measure.where };
  }

  private statement(sql: string): Statement {
    return { sql, values: this.bindings.values };
  }

  private column(dimension: DimensionName): string {
    const found = dimensionColumn(this.set.fact, dimension);
    if (found === undefined) throw new Error(`${this.set.fact} has no ${dimension}`);
    return `${found.of === 'fact' ? FACT : COMPLAINT}.${found.column}`;
  }

  private keys(): readonly string[] {
    const { groupBy, timeZone, window, parts = {} } = this.query;
    const keys = groupBy.map((dimension) => {
      const listed = parts[dimension];
      if (listed !== undefined) return `CASE WHEN ${this.filter(dimension, listed)} THEN ${this.column(dimension)} END`;
      if (!isGrain(dimension)) return this.column(dimension);
      const periods = offsetPeriods(timeZone, window.from, window.to);
      const local = localTime(`${FACT}.${this.set.anchor}`, periods, this.dialect, this.bindings);
      return this.dialect.stretch(local, dimension);
    });
    return [...keys, ...filteredBy(parts).map((dimension) => this.part(dimension, parts[dimension] ?? []))];
  }

  /** Which value of a list a row has, counted from one; nought for none of them. */
  private part(dimension: DimensionName, listed: readonly (string | null)[]): string {
    const cases = listed.map((value, index) => ` WHEN ${this.filter(dimension, [value])} THEN ${index + 1}`);
    return `CASE${cases.join('')} WHEN 1 = 1 THEN 0 END`;
  }

  /**
   * The single rows that a metric counts: of a share those that are such, or all that it is a share of (`among`).
   * `values` has one for each dimension that the question groups by.
   */
  rows(definition: Metric, values: readonly (string | null)[], among: boolean): RowsStatement {
    const { from, where } = this.place();
    const timed = this.span(definition);
    const only = timed === undefined ? conditionsOf(definition.measure, among) : [timed.where];
    const keys = this.keys().map((key, index) => `${key} = ${this.bindings.bind(values[index] ?? null)}`);
    const conditions = only.flatMap((each) => (each === undefined ? [] : [this.condition(each)]));
    const spans = timed === undefined ? [] : [`${timed.span} IS NOT NULL`];
    return { from, where: [where, ...keys, ...conditions, ...spans].join(' AND '), values: this.bindings.values };
  }

  private source(): string {
    const { from, where } = this.place();
    return `FROM ${from} WHERE ${where}`;
  }

  private place(): Pick<RowsStatement, 'from' | 'where'> {
    const { fact, anchor } = this.set;
    const { window, where, groupBy, parts = {} } = this.query;
    const { table, conditions } = this.dialect.source(fact, FACT);
    const filtered = filteredBy(where);
    const ofComplaint =
      [...groupBy, ...filtered, ...filteredBy(parts)].some((name) => dimensionColumn(fact, name)?.of === 'complaint') ||
      this.set.metrics.some(({ measure }) => measure.kind === 'distinct' && this.ownerOf(measure) === COMPLAINT);
    const join = ofComplaint ? this.join() : '';
    const all = [
      ...conditions,
      `${FACT}.${anchor} >= ${this.bindings.bind(window.from)}`,
      `${FACT}.${anchor} < ${this.bindings.bind(window.to)}`,
      ...filtered.map((name) => this.filter(name, where[name] ?? [])),
    ];
    return { from: `${table}${join}`, where: all.join(' AND ') };
  }

  private ownerOf({ of }: { readonly of?: 'complaint' }): string {
    return of === 'complaint' && this.set.fact !== 'complaint_fact' ? COMPLAINT : FACT;
  }

  private join(): string {
    const { table, conditions } = this.dialect.source('complaint_fact', COMPLAINT);
    const on = [`${COMPLAINT}.complaint_id = ${FACT}.complaint_id`, ...conditions];
    return ` LEFT JOIN ${table} ON ${on.join(' AND ')}`;
  }

  private filter(dimension: DimensionName, values: readonly (string | null)[]): string {
    const column = this.column(dimension);
    const found = dimensionColumn(this.set.fact, dimension);
    const fact = found?.of === 'complaint' ? 'complaint_fact' : this.set.fact;
    const known = this.kept(
      fact,
      found?.column ?? '',
      values.filter((value) => value !== null),
    );
    const isOne = known.length === 0 ? '1 = 0' : this.dialect.isIn(column, this.bindings.bind(known));
    return values.includes(null) ? `(${isOne} OR ${column} IS NULL)` : isOne;
  }

  /** Values as the column may have them; of a number, what is not written as one is nothing that it may have. */
  private kept(fact: FactName, column: string, values: readonly (string | number)[]): readonly (string | number)[] {
    const kind = (factTableOf(fact) as FactTable).columns[column] ?? 'text';
    const isNumber = kind === 'integer' || kind === 'flag';
    const possible = isNumber
      ? values.filter((value) => /^(0|-?[1-9]\d{0,9})$/.test(String(value))).map(Number)
      : values;
    return this.dialect.kept?.(column, kind, possible) ?? possible;
  }

  private counted(where: Condition | undefined): string {
    if (where === undefined) return 'COUNT(*)';
    const condition = this.condition(where);
    return this.dialect.counted?.(condition) ?? `COUNT(CASE WHEN ${condition} THEN 1 END)`;
  }

  private sum(value: string): string {
    return `SUM(${this.dialect.wide?.(value) ?? value})`;
  }

  private numbers(measure: Measure): readonly string[] {
    const when = (condition: Condition | undefined, value: string): string =>
      condition === undefined ? value : `CASE WHEN ${this.condition(condition)} THEN ${value} END`;
    switch (measure.kind) {
      case 'count':
        return [this.counted(measure.where)];
      case 'distinct': {
        const value = when(measure.where, `${this.ownerOf(measure)}.${measure.column}`);
        return [
          measure.roughly === true ? this.dialect.atLeastDifferent(value, FEWEST_PERSONS) : `COUNT(DISTINCT ${value})`,
        ];
      }
      case 'share': {
        const of = measure.among === undefined ? measure.of : { all: [measure.of, measure.among] };
        return [this.counted(of), this.counted(measure.among)];
      }
      case 'sum':
        return [this.sum(when(measure.where, `${FACT}.${measure.column}`))];
      case 'average': {
        const value = when(measure.where, `${FACT}.${measure.column}`);
        return [this.sum(value), `COUNT(${value})`];
      }
      case 'duration':
      case 'worked':
        throw new Error(`a ${measure.kind} is not aggregated with others`);
    }
  }

  private condition(condition: Condition): string {
    if ('all' in condition) return `(${condition.all.map((each) => this.condition(each)).join(' AND ')})`;
    if ('any' in condition) return `(${condition.any.map((each) => this.condition(each)).join(' OR ')})`;
    if ('not' in condition) return `NOT COALESCE(${this.condition(condition.not)}, FALSE)`;
    const column = `${FACT}.${condition.column}`;
    if ('in' in condition) {
      const values = this.kept(this.set.fact, condition.column, condition.in);
      return values.length === 0 ? '1 = 0' : this.dialect.isIn(column, this.bindings.bind(values));
    }
    if ('known' in condition) return `${column} IS ${condition.known ? 'NOT ' : ''}NULL`;
    if ('atLeast' in condition) return `${column} >= ${this.bindings.bind(condition.atLeast)}`;
    if ('before' in condition) return `${column} < ${this.bindings.bind(this.now)}`;
    return `${column} <= ${FACT}.${condition.notAfter}`;
  }
}

/** The rows of a span, each with its place in its group and the size of that. */
function numbered(names: readonly string[], list: string, inner: string): string {
  const partition = names.length === 0 ? '' : `PARTITION BY ${names.join(', ')} `;
  return `(SELECT ${list}elapsed, ROW_NUMBER() OVER (${partition}ORDER BY elapsed) AS place,
    COUNT(*) OVER (${partition}) AS size FROM (${inner}) timed) ranked`;
}

/** The statement that answers a set of metrics in a dialect, for at most so many groups. */
export function metricsStatement(
  set: MetricSet,
  query: MetricsQuery,
  { now, dialect, limit }: { readonly now: Date; readonly dialect: Dialect; readonly limit: number },
): Statement {
  const writer = new StatementWriter(set, query, now, dialect);
  const [first] = set.metrics;
  const timed = first === undefined ? undefined : writer.span(first);
  return timed === undefined ? writer.aggregated(limit) : writer.timed(timed.span, timed.where, limit);
}

/** The single rows behind one cell of an answer: those of the query that have the values, one for each of its groupings. */
export function rowsStatement(
  definition: Metric<MetricName>,
  query: MetricsQuery,
  values: readonly (string | null)[],
  { now, dialect, among }: { readonly now: Date; readonly dialect: Dialect; readonly among: boolean },
): RowsStatement {
  const { fact, anchor } = definition;
  return new StatementWriter({ fact, anchor, metrics: [definition] }, query, now, dialect).rows(
    definition,
    values,
    among,
  );
}
