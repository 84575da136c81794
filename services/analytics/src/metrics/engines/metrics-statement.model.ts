import type { Condition } from '../model/condition.model';
import { dimensionColumn, isGrain, type DimensionName } from '../model/dimension.model';
import { offsetPeriods } from '../model/local-time.model';
import type { Measure, Metric } from '../model/metric.model';
import type { MetricsQuery } from '../model/metrics-query.model';
import { Bindings, localTime, type Dialect, type Statement } from './dialect.model';
import type { MetricSet } from './engine.model';

/** Alias of the fact, and of the complaint that it belongs to. */
const FACT = 'x';
const COMPLAINT = 'f';

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
    const partition = names.length === 0 ? '' : `PARTITION BY ${names.join(', ')} `;
    const condition = where === undefined ? '' : ` AND ${this.condition(where)}`;
    const inner = `SELECT ${keys.map((key, index) => `${key} AS k${index}, `).join('')}${span} AS elapsed ${this.source()} AND ${span} IS NOT NULL${condition}`;
    return this.statement(
      `SELECT ${list}COUNT(*) AS m0_0, SUM(elapsed) AS m0_1,
         MAX(CASE WHEN place = CEIL(size * 0.5) THEN elapsed END) AS m0_2,
         MAX(CASE WHEN place = CEIL(size * 0.9) THEN elapsed END) AS m0_3${this.spread()}
       FROM (SELECT ${list}elapsed, ROW_NUMBER() OVER (${partition}ORDER BY elapsed) AS place,
           COUNT(*) OVER (${partition}) AS size
         FROM (${inner}) timed) ranked${names.length === 0 ? ' HAVING COUNT(*) > 0' : ` GROUP BY ${names.join(', ')}`} LIMIT ${limit}`,
    );
  }

  /** Percentiles and counts below edges, numbered after the four numbers that every span has. */
  private spread(): string {
    const { percentiles, edges } = this.query.spread ?? { percentiles: [], edges: [] };
    const columns = [
      ...percentiles.map((percent) => `MAX(CASE WHEN place = CEIL(size * ${percent / 100}) THEN elapsed END)`),
      ...edges.map((edge) => `COUNT(CASE WHEN elapsed < ${this.bindings.bind(edge)} THEN 1 END)`),
    ];
    return columns.map((sql, index) => `, ${sql} AS m0_${index + 4}`).join('');
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
    const { groupBy, timeZone, window } = this.query;
    return groupBy.map((dimension) => {
      if (!isGrain(dimension)) return this.column(dimension);
      const periods = offsetPeriods(timeZone, window.from, window.to);
      const local = localTime(`${FACT}.${this.set.anchor}`, periods, this.dialect, this.bindings);
      return this.dialect.stretch(local, dimension);
    });
  }

  private source(): string {
    const { fact, anchor } = this.set;
    const { window, where, groupBy } = this.query;
    const { table, conditions } = this.dialect.source(fact, FACT);
    const filtered = (Object.keys(where) as DimensionName[]).filter((name) => where[name] !== undefined);
    const ofComplaint =
      [...groupBy, ...filtered].some((name) => dimensionColumn(fact, name)?.of === 'complaint') ||
      this.set.metrics.some(({ measure }) => measure.kind === 'distinct' && this.ownerOf(measure) === COMPLAINT);
    const join = ofComplaint ? this.join() : '';
    const all = [
      ...conditions,
      `${FACT}.${anchor} >= ${this.bindings.bind(window.from)}`,
      `${FACT}.${anchor} < ${this.bindings.bind(window.to)}`,
      ...filtered.map((name) => this.filter(this.column(name), where[name] ?? [])),
    ];
    return `FROM ${table}${join} WHERE ${all.join(' AND ')}`;
  }

  private ownerOf({ of }: { readonly of?: 'complaint' }): string {
    return of === 'complaint' && this.set.fact !== 'complaint_fact' ? COMPLAINT : FACT;
  }

  private join(): string {
    const { table, conditions } = this.dialect.source('complaint_fact', COMPLAINT);
    const on = [`${COMPLAINT}.complaint_id = ${FACT}.complaint_id`, ...conditions];
    return ` LEFT JOIN ${table} ON ${on.join(' AND ')}`;
  }

  private filter(column: string, values: readonly (string | null)[]): string {
    const known = values.filter((value) => value !== null);
    const isOne = known.length === 0 ? '1 = 0' : this.dialect.isIn(column, this.bindings.bind(known));
    return known.length === values.length ? isOne : `(${isOne} OR ${column} IS NULL)`;
  }

  private numbers(measure: Measure): readonly string[] {
    const when = (condition: Condition | undefined, value: string): string =>
      condition === undefined ? value : `CASE WHEN ${this.condition(condition)} THEN ${value} END`;
    switch (measure.kind) {
      case 'count':
        return [measure.where === undefined ? 'COUNT(*)' : `COUNT(${when(measure.where, '1')})`];
      case 'distinct':
        return [`COUNT(DISTINCT ${when(measure.where, `${this.ownerOf(measure)}.${measure.column}`)})`];
      case 'share': {
        const of = measure.among === undefined ? measure.of : { all: [measure.of, measure.among] };
        return [
          `COUNT(${when(of, '1')})`,
          measure.among === undefined ? 'COUNT(*)' : `COUNT(${when(measure.among, '1')})`,
        ];
      }
      case 'sum':
        return [`SUM(${when(measure.where, `${FACT}.${measure.column}`)})`];
      case 'average': {
        const value = when(measure.where, `${FACT}.${measure.column}`);
        return [`SUM(${value})`, `COUNT(${value})`];
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
    if ('in' in condition) return this.dialect.isIn(column, this.bindings.bind(condition.in));
    if ('known' in condition) return `${column} IS ${condition.known ? 'NOT ' : ''}NULL`;
    if ('atLeast' in condition) return `${column} >= ${this.bindings.bind(condition.atLeast)}`;
    if ('before' in condition) return `${column} < ${this.bindings.bind(this.now)}`;
    return `${column} <= ${FACT}.${condition.notAfter}`;
  }
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
