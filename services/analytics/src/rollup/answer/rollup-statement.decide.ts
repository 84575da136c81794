import { FIRST_GENERATION } from '../../facts/take-in/projection-state.query';
import { Bindings, localTime, type Statement } from '../../metrics/engines/dialect.model';
import { liveMariadb } from '../../metrics/engines/mariadb.dialect.model';
import { isGrain } from '../../metrics/model/dimension.model';
import { offsetPeriods } from '../../metrics/model/local-time.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { keptWord } from '../model/rollup-deltas.model';
import { filtersOf, type RollupQuestion, type RolledSet } from './rollup-question.decide';

/** Which part of the answer a row belongs to: a set, or that the totals hold for the position at all. */
export const POSITION_PART = -1;

const ROWS = 'r';

/** One row when the totals are those of the live facts, complete, and hold for the position. */
const HOLDS = `SELECT s.position FROM rollup_state s JOIN change_position p ON p.tenant_id = s.tenant_id
  LEFT JOIN projection j ON j.tenant_id = :tenantId
  WHERE s.tenant_id = :tenantId AND s.generation = :generation AND s.edition = :edition AND s.state = 'READY'
    AND s.position = :position AND p.last_position = :position
    AND COALESCE(j.live_generation, ${FIRST_GENERATION}) = :generation`;

class RollupStatementWriter {
  private readonly bindings = new Bindings(liveMariadb);

  constructor(
    private readonly query: MetricsQuery,
    private readonly question: RollupQuestion,
    private readonly limit: number,
  ) {}

  /** Everything with one statement, which sees one moment: whether the totals hold, and the groups of each set. */
  write(): Statement {
    const { sets } = this.question;
    const keys = this.query.groupBy.length;
    const numbers = Math.max(0, ...sets.map(({ metrics }) => metrics.flat().length));
    const columns = [
      `${POSITION_PART} AS part`,
      ...Array.from({ length: keys }, (_, index) => `NULL AS k${index}`),
      'NULL AS currency',
      ...Array.from({ length: numbers }, (_, index) => `NULL AS m${index}`),
    ];
    const holds = HOLDS.replace('SELECT s.position', `SELECT ${columns.join(', ')}`);
    const branches = sets.map((set, part) => `(${this.branch(set, part, numbers)})`);
    return { sql: [`(${holds})`, ...branches].join(' UNION ALL '), values: this.bindings.values };
  }

  private branch({ place, dimension, metrics }: RolledSet, part: number, width: number): string {
    const sums = metrics.flat().map((column) => `SUM(${ROWS}.${column})`);
    const keys = this.keys();
    const currency = place.currency === undefined ? [] : [`${ROWS}.currency`];
    const columns = [part, ...keys, ...(currency.length === 0 ? ['NULL'] : currency), ...sums];
    const padding = Array.from({ length: width - sums.length }, () => 'NULL');
    const groups = [...keys, ...currency];
    return `SELECT ${[...columns, ...padding].join(', ')} FROM rollup ${ROWS}
      WHERE ${ROWS}.tenant_id = :tenantId AND ${ROWS}.generation = :generation AND ${ROWS}.edition = :edition
        AND ${ROWS}.place = ${place.number} AND ${ROWS}.dimension = ${dimension} AND (${this.ranges()})${this.filter()}
      ${groups.length === 0 ? '' : `GROUP BY ${groups.join(', ')} `}HAVING SUM(${ROWS}.n0) > 0 LIMIT ${this.limit}`;
  }

  private keys(): readonly string[] {
    const { groupBy, timeZone, window } = this.query;
    return groupBy.map((dimension) => {
      if (!isGrain(dimension)) return `${ROWS}.value`;
      const periods = offsetPeriods(timeZone, window.from, window.to);
      return liveMariadb.stretch(localTime(`${ROWS}.bucket`, periods, liveMariadb, this.bindings), dimension);
    });
  }

  private ranges(): string {
    const each = this.question.ranges.map(({ level, from, to }) => {
      const [begin, end] = [this.bindings.bind(new Date(from)), this.bindings.bind(new Date(to))];
      return `${ROWS}.level = '${level}' AND ${ROWS}.bucket >= ${begin} AND ${ROWS}.bucket < ${end}`;
    });
    return each.join(' OR ');
  }

  private filter(): string {
    const lists = filtersOf(this.query.where).map((name) => (this.query.where[name] ?? []).map(keptWord));
    return lists
      .map((words) =>
        words.length === 0 ? ' AND 1 = 0' : ` AND ${liveMariadb.isIn(`${ROWS}.value`, this.bindings.bind(words))}`,
      )
      .join('');
  }
}

/** The statement that tells everything that is asked, and whether it holds for the position. */
export const rollupStatement = (query: MetricsQuery, question: RollupQuestion, limit: number): Statement =>
  new RollupStatementWriter(query, question, limit).write();
