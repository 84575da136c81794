import { factTableOf, type FactName } from '../../facts/model/fact-tables.model';
import type { Grain } from '../model/dimension.model';
import type { Dialect } from './dialect.model';

/** `WEEKDAY` counts from Monday 0; days of the week are told by ISO number. */
const STRETCH: Readonly<Record<Grain, (local: string) => string>> = {
  HOUR: (local) => `DATE_FORMAT(${local}, '%Y-%m-%dT%H')`,
  DAY: (local) => `DATE_FORMAT(${local}, '%Y-%m-%d')`,
  WEEK: (local) => `DATE_FORMAT(${local}, '%x-W%v')`,
  MONTH: (local) => `DATE_FORMAT(${local}, '%Y-%m')`,
  QUARTER: (local) => `CONCAT(YEAR(${local}), '-Q', QUARTER(${local}))`,
  YEAR: (local) => `DATE_FORMAT(${local}, '%Y')`,
  WEEKDAY: (local) => `CAST(WEEKDAY(${local}) + 1 AS CHAR)`,
  HOUR_OF_DAY: (local) => `DATE_FORMAT(${local}, '%H')`,
};

const common: Omit<Dialect, 'source'> = {
  placeholder: (name) => `:${name}`,
  isIn: (column, placeholder) => `${column} IN (${placeholder})`,
  elapsed: (from, to) => `(TIMESTAMPDIFF(MICROSECOND, ${from}, ${to}) DIV 1000)`,
  shifted: (column, minutes) => `${column} + INTERVAL ${minutes} MINUTE`,
  stretch: (local, grain) => STRETCH[grain](local),
  marks: {
    of: (alias, column) => `(1 << (CRC32(${alias}.${column}) & 63))`,
    together: (marks) => `BIT_OR(${marks})`,
    count: (marks) => `BIT_COUNT(${marks})`,
  },
};

const scope = (alias: string): readonly string[] => [
  `${alias}.tenant_id = :tenantId`,
  `${alias}.generation = :generation`,
];

/** Rows as they are now, as long as nothing later than the position has changed them. */
export const liveMariadb: Dialect = {
  ...common,
  source: (fact, alias) => ({
    table: `${fact} ${alias}`,
    conditions: [...scope(alias), `${alias}.since <= :position`],
  }),
};

/** Rows as they were at the position: those that have not changed since, and the versions that were superseded later. */
export const earlierMariadb: Dialect = {
  ...common,
  source: (fact, alias) => {
    const columns = Object.keys(factTableOf(fact as FactName).columns);
    const list = (of: string) => ['tenant_id', 'generation', ...columns].map((name) => `${of}.${name}`).join(', ');
    const of = (alive: string) => scope(alive).join(' AND ');
    return {
      table: `(SELECT ${list('l')} FROM ${fact} l WHERE ${of('l')} AND l.since <= :position
        UNION ALL
        SELECT ${list('h')} FROM ${fact}_history h
         WHERE ${of('h')} AND h.since <= :position AND h.until > :position) ${alias}`,
      conditions: scope(alias),
    };
  },
};
