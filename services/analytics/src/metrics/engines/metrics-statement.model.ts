import type { Condition } from '../model/condition.model';
import { dimensionColumn, isGrain, type DimensionName } from '../model/dimension.model';
import { offsetPeriods } from '../model/local-time.model';
import type { Measure, Metric } from '../model/metric.model';
import type { MetricName } from '../model/metric-registry.model';
import { filteredBy, type MetricsQuery } from '../model/metrics-query.model';
import { ConditionWriter } from './condition-writer.model';
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

type Distinct = Extract<Measure, { readonly kind: 'distinct' }>;

/** Which rows a measure other than a span of time counts. */
function conditionsOf(measure: Measure, among: boolean): readonly (Condition | undefined)[] {
  if (measure.kind === 'share') return among ? [measure.among] : [measure.of, measure.among];
  const known = measure.kind === 'average' ? [{ column: measure.column, known: true }] : [];
  return [measure.where, ...known];
}

/** Writes the statement of one set of metrics in a dialect. */
class StatementWriter {
  private readonly bindings: Bindings;
  private readonly conditions: ConditionWriter;

  constructor(
    private readonly set: MetricSet,
    private readonly query: MetricsQuery,
    now: Date,
    private readonly dialect: Dialect,
  ) {
    this.bindings = new Bindings(dialect);
    this.conditions = new ConditionWriter({ fact: set.fact, alias: FACT }, now, dialect, this.bindings);
  }

  /**
   * The marks of each part, put together from those of the values that rows have: values are grouped many times faster than
   * what is computed of each row.
   */
  marked(measures: readonly Distinct[], limit: number): Statement {
    const { marks } = this.dialect;
    const dimensions = [...new Set([...this.query.groupBy, ...filteredBy(this.query.parts ?? {})])];
    const names = dimensions.map((_, index) => `r${index}`);
    const values = dimensions.map((dimension, index) => `${this.value(dimension)} AS r${index}`);
    const found = measures.map((measure, index) => `${this.marks(measure)} AS marks${index}`);
    const inner = `SELECT ${[...values, ...found].join(', ')} ${this.source()} GROUP BY ${names.join(', ')}`;
    const keys = this.keys((dimension) => names[dimensions.indexOf(dimension)] ?? this.value(dimension));
    const numbers = found.map((_, index) => `${marks.count(marks.together(`marks${index}`))} AS m${index}_0`);
    const columns = [...keys.map((key, index) => `${key} AS k${index}`), ...numbers];
    const group = keys.map((_, index) => `k${index}`);
    return this.statement(
      `SELECT ${columns.join(', ')} FROM (${inner}) valued GROUP BY ${group.join(', ')} LIMIT ${limit}`,
    );
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
    const condition = where === undefined ? '' : ` AND ${this.conditions.of(where)}`;
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

  private keys(valueOf = (dimension: DimensionName) => this.value(dimension)): readonly string[] {
    const { groupBy, parts = {} } = this.query;
    const keys = groupBy.map((dimension) => {
      const value = valueOf(dimension);
      const listed = parts[dimension];
      return listed === undefined ? value : `CASE WHEN ${this.filter(dimension, listed, value)} THEN ${value} END`;
    });
    return [
      ...keys,
      ...filteredBy(parts).map((dimension) => this.part(dimension, parts[dimension] ?? [], valueOf(dimension))),
    ];
  }

  /** What a row has of a dimension: the value of a column, or the stretch of time in which it lies. */
  private value(dimension: DimensionName): string {
    if (!isGrain(dimension)) return this.column(dimension);
    const { timeZone, window } = this.query;
    const periods = offsetPeriods(timeZone, window.from, window.to);
    const local = localTime(`${FACT}.${this.set.anchor}`, periods, this.dialect, this.bindings);
    return this.dialect.stretch(local, dimension);
  }

  /** Which value of a list a row has, counted from one; nought for none of them. */
  private part(dimension: DimensionName, listed: readonly (string | null)[], value: string): string {
    const cases = listed.map((each, index) => ` WHEN ${this.filter(dimension, [each], value)} THEN ${index + 1}`);
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
    const conditions = only.flatMap((each) => (each === undefined ? [] : [this.conditions.of(each)]));
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

  private filter(
    dimension: DimensionName,
    values: readonly (string | null)[],
    column = this.column(dimension),
  ): string {
    const found = dimensionColumn(this.set.fact, dimension);
    const fact = found?.of === 'complaint' ? 'complaint_fact' : this.set.fact;
    return this.conditions.hasOneOf({ fact, name: found?.column ?? '', sql: column }, values);
  }

  private counted(where: Condition | undefined): string {
    if (where === undefined) return 'COUNT(*)';
    const condition = this.conditions.of(where);
    return this.dialect.counted?.(condition) ?? `COUNT(CASE WHEN ${condition} THEN 1 END)`;
  }

  private sum(value: string): string {
    return `SUM(${this.dialect.wide?.(value) ?? value})`;
  }

  private when(condition: Condition | undefined, value: string): string {
    return condition === undefined ? value : `CASE WHEN ${this.conditions.of(condition)} THEN ${value} END`;
  }

  private different(measure: Distinct): string {
    return this.when(measure.where, `${this.ownerOf(measure)}.${measure.column}`);
  }

  private marks(measure: Distinct): string {
    const { marks } = this.dialect;
    return marks.together(this.when(measure.where, marks.of(this.ownerOf(measure), measure.column)));
  }

  private numbers(measure: Measure): readonly string[] {
    switch (measure.kind) {
      case 'count':
        return [this.counted(measure.where)];
      case 'distinct':
        return measure.roughly === true
          ? [this.dialect.marks.count(this.marks(measure))]
          : [`COUNT(DISTINCT ${this.different(measure)})`];
      case 'share': {
        const of = measure.among === undefined ? measure.of : { all: [measure.of, measure.among] };
        return [this.counted(of), this.counted(measure.among)];
      }
      case 'sum':
        return [this.sum(this.when(measure.where, `${FACT}.${measure.column}`))];
      case 'average': {
        const value = this.when(measure.where, `${FACT}.${measure.column}`);
        return [this.sum(value), `COUNT(${value})`];
      }
      case 'duration':
      case 'worked':
        throw new Error(`a ${measure.kind} is not aggregated with others`);
    }
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
  const rough = set.metrics.flatMap(({ measure }) =>
    measure.kind === 'distinct' && measure.roughly === true ? [measure] : [],
  );
  if (query.parts !== undefined && filteredBy(query.parts).length > 0 && rough.length === set.metrics.length)
    return writer.marked(rough, limit);
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
