import { PublicError } from '../errors/public-error';
import { fromGlobalId } from '../nodes/global-id';

/** The condition on one field, as it comes from GraphQL. */
export type FilterValue = Readonly<Record<string, unknown>>;

/** Adds a value to the parameters and answers its placeholder. */
export type Bind = (value: unknown) => string;

/** Compiles the condition on one field to SQL; values only through `bind`. */
export type FilterCompiler = (filter: FilterValue, bind: Bind) => string;

/** A compiled condition. `sql` is `TRUE` when nothing was asked for. */
export interface CompiledWhere {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const DEEPEST = 5;
const LONGEST_LIST = 100;
const MOST_CONDITIONS = 50;
const COMBINATIONS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** Compares a column (SQL of the service's own) with `eq`, `in`, `range` and `contains`. */
export function column(sql: string, toValue: (value: unknown) => unknown = (value) => value): FilterCompiler {
  return (filter, bind) =>
    allOf([
      ...given(filter['eq'], (value) => `${sql} = ${bind(toValue(value))}`),
      ...given(filter['in'], (values) => oneOf(sql, bounded(values).map(toValue), bind)),
      ...given(filter['range'], (range) => within(sql, range as FilterValue, bind, toValue)),
      ...given(filter['contains'], (text) => `${sql} LIKE ${bind(`%${escapeLike(String(text))}%`)} ESCAPE '|'`),
    ]);
}

const ASCII = /^[\x20-\x7e]*$/;

/**
 * Compares a column of ASCII codes with texts. A text with other characters matches nothing: the database would not
 * compare it with such a column but fail.
 */
export function codeColumn(sql: string): FilterCompiler {
  const compare = column(sql);
  return (filter, bind) => {
    const { eq, contains } = filter;
    if ([eq, contains].some((text) => typeof text === 'string' && !ASCII.test(text))) return 'FALSE';
    const codes = filter['in'];
    const known = Array.isArray(codes) ? bounded(codes).filter((code) => ASCII.test(String(code))) : codes;
    return compare({ ...filter, in: known }, bind);
  };
}

/** Compares a column of UUIDs with global ids of one type; an id of another kind matches nothing. */
export function idColumn(sql: string, type: string): FilterCompiler {
  return (filter, bind) => {
    const known = (ids: readonly unknown[]): string[] =>
      ids.map((id) => fromGlobalId(type, id)).filter((id): id is string => id !== undefined);
    return allOf([
      ...given(filter['eq'], (id) => oneOf(sql, known([id]), bind)),
      ...given(filter['in'], (ids) => oneOf(sql, known(bounded(ids)), bind)),
    ]);
  };
}

/**
 * Compiles a where-input to parameterised SQL. `fields` says which columns the members stand for; a member without one
 * is a bug. Throws `FILTER_INVALID` beyond 5 levels, 50 conditions or 100 values in a list.
 */
export function compileWhere(
  where: object | null | undefined,
  fields: Readonly<Record<string, FilterCompiler>>,
): CompiledWhere {
  const params: Record<string, unknown> = {};
  let conditions = 0;
  const bind: Bind = (value) => {
    const name = `where${Object.keys(params).length}`;
    params[name] = value;
    return `:${name}`;
  };

  function compile(node: FilterValue, depth: number): string {
    if (depth > DEEPEST) throw invalid('A filter is nested too deeply.', 'depth', DEEPEST);
    return allOf(
      Object.entries(node).flatMap(([name, value]) => {
        if (value === null || value === undefined) return [];
        if (COMBINATIONS.has(name)) return [combine(name, value, depth)];
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (field === undefined) throw new Error(`the filter ${name} has no column`);
        conditions += 1;
        if (conditions > MOST_CONDITIONS)
          throw invalid('A filter has too many conditions.', 'conditions', MOST_CONDITIONS);
        return [field(value as FilterValue, bind)];
      }),
    );
  }

  function combine(name: string, value: unknown, depth: number): string {
    if (name === 'NOT') return `NOT (${compile(value as FilterValue, depth + 1)})`;
    const parts = bounded(value).map((part) => compile(part as FilterValue, depth + 1));
    return name === 'AND' ? allOf(parts) : anyOf(parts);
  }

  return { sql: compile((where ?? {}) as FilterValue, 0), params };
}

function given(value: unknown, toSql: (value: unknown) => string): string[] {
  return value === null || value === undefined ? [] : [toSql(value)];
}

function oneOf(sql: string, values: readonly unknown[], bind: Bind): string {
  return values.length === 0 ? 'FALSE' : `${sql} IN (${bind(values)})`;
}

function within(sql: string, { from, to }: FilterValue, bind: Bind, toValue: (value: unknown) => unknown): string {
  return allOf([
    ...given(from, (value) => `${sql} >= ${bind(toValue(value))}`),
    ...given(to, (value) => `${sql} < ${bind(toValue(value))}`),
  ]);
}

function allOf(parts: readonly string[]): string {
  return parts.length === 0 ? 'TRUE' : parts.map((part) => `(${part})`).join(' AND ');
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? 'FALSE' : parts.map((part) => `(${part})`).join(' OR ');
}

function bounded(values: unknown): readonly unknown[] {
  const list = values as readonly unknown[];
  if (list.length > LONGEST_LIST) throw invalid('A list in a filter is too long.', 'list', LONGEST_LIST);
  return list;
}

function invalid(message: string, dimension: string, limit: number): PublicError {
  return new PublicError('FILTER_INVALID', message, { dimension, limit });
}

/** `|` is the escape character, because the meaning of a backslash depends on the server's SQL mode. */
function escapeLike(text: string): string {
  return text.replaceAll(/[|%_]/g, '|$&');
}
