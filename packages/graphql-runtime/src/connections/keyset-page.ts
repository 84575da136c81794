import type { GraphContext } from '../context/graph-context';
import type { Connection, TotalCountValue } from './connection';
import type { CursorPosition, SortKey } from './cursor';
import { readPageArgs } from './page-size';
import type { PageArgs } from './page-size';

/** Named parameters of a statement, `:name` in its text. */
export type SqlParams = Readonly<Record<string, unknown>>;

/** A sorted list: by one NOT NULL column, ties broken by the id, both in the same direction (so that one index serves). */
export interface KeysetOrder {
  /** Part of the cursor's scope: a cursor of one order is refused in another. */
  readonly name: string;
  /** SQL of the sort column, for example `c.received_at`. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A list in the database; the SQL texts are the service's own, values go through `params`. */
export interface KeysetList {
  /** Names the list in its cursors, for example `complaints`. */
  readonly name: string;
  readonly order: KeysetOrder;
  /** SQL of the id column, for example `c.id`. */
  readonly idColumn: string;
  /** SQL of the columns to read. */
  readonly select: string;
  /** SQL after FROM, for example `complaint c`. */
  readonly from: string;
  /** SQL of the condition, with the tenant's. */
  readonly where: string;
  readonly params?: SqlParams;
}

/** One SQL statement for a page, and what makes a connection of its rows. */
export interface KeysetPage<Row> {
  readonly sql: string;
  readonly params: SqlParams;
  /** Counts up to 10,000 and tells when it stopped. */
  readonly countSql: string;
  readonly countParams: SqlParams;
  connection<Node>(
    rows: readonly KeysetRow<Row>[],
    toNode: (row: Row) => Node,
    count: () => Promise<TotalCountValue>,
  ): Connection<Node>;
}

/** A row with the two columns that the statement adds. */
export type KeysetRow<Row> = Row & { readonly cursorKey: SortKey; readonly cursorId: string };

/** The part of a database reader that a list needs. */
export interface RowReader {
  query<Row>(sql: string, params?: Record<string, unknown>): Promise<Row[]>;
}

/** Counting stops here: an exact count of a long list costs a scan of it. */
export const COUNT_LIMIT = 10_000;

/**
 * Builds the statement for a page. Throws `CURSOR_INVALID` or `PAGE_SIZE_INVALID` as a top-level error for bad arguments.
 */
export function keysetPage<Row>(
  context: Pick<GraphContext, 'cursors' | 'viewer'>,
  list: KeysetList,
  args: PageArgs,
): KeysetPage<Row> {
  const request = readPageArgs(args);
  const scope = `${context.viewer.tenantId}/${list.name}/${list.order.name}`;
  const place = (cursor: string | undefined): CursorPosition | undefined =>
    cursor === undefined ? undefined : context.cursors.decode(scope, cursor);
  const after = place(request.after);
  const before = place(request.before);
  const { column, direction } = list.order;
  const ascending = direction === 'ascending';
  const readAscending = ascending !== request.fromEnd;
  const way = readAscending ? 'ASC' : 'DESC';
  const conditions = [
    `(${list.where})`,
    ...(after === undefined ? [] : [beyond(list, ascending ? '>' : '<', 'after')]),
    ...(before === undefined ? [] : [beyond(list, ascending ? '<' : '>', 'before')]),
  ];

  return {
    sql:
      `SELECT ${list.select}, ${column} AS cursorKey, ${list.idColumn} AS cursorId FROM ${list.from} ` +
      `WHERE ${conditions.join(' AND ')} ORDER BY ${column} ${way}, ${list.idColumn} ${way} LIMIT ${request.size + 1}`,
    params: {
      ...list.params,
      ...(after === undefined ? {} : { afterKey: after.key, afterId: after.id }),
      ...(before === undefined ? {} : { beforeKey: before.key, beforeId: before.id }),
    },
    countSql: `SELECT COUNT(*) AS value FROM (SELECT 1 FROM ${list.from} WHERE ${list.where} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
    countParams: { ...list.params },
    connection: (rows, toNode, count) => {
      const more = rows.length > request.size;
      const page = more ? rows.slice(0, request.size) : [...rows];
      if (request.fromEnd) page.reverse();
      const cursorOf = ({ cursorKey, cursorId }: KeysetRow<Row>): string =>
        context.cursors.encode(scope, { key: cursorKey, id: cursorId });
      const edges = page.map((row) => ({ row, node: toNode(row) }));
      const [head, tail] = [page[0], page.at(-1)];
      return {
        nodes: edges.map(({ node }) => node),
        edges: () => edges.map(({ row, node }) => ({ cursor: cursorOf(row), node })),
        pageInfo: () => ({
          hasNextPage: request.fromEnd ? before !== undefined : more,
          hasPreviousPage: request.fromEnd ? more : after !== undefined,
          startCursor: head === undefined ? null : cursorOf(head),
          endCursor: tail === undefined ? null : cursorOf(tail),
        }),
        totalCount: count,
      };
    },
  };
}

/** Reads a page with one statement; the rows are counted with a second one only when the query asks for `totalCount`. */
export async function readConnection<Row, Node>(
  context: Pick<GraphContext, 'cursors' | 'viewer'>,
  reader: RowReader,
  list: KeysetList,
  args: PageArgs,
  toNode: (row: Row) => Node,
): Promise<Connection<Node>> {
  const page = keysetPage<Row>(context, list, args);
  const rows = await reader.query<KeysetRow<Row>>(page.sql, page.params);
  return page.connection(rows, toNode, async () => {
    const [counted] = await reader.query<{ value: number | string | bigint }>(page.countSql, page.countParams);
    const value = Number(counted?.value ?? 0);
    return { value: Math.min(value, COUNT_LIMIT), exact: value <= COUNT_LIMIT };
  });
}

function beyond({ order, idColumn }: KeysetList, sign: '<' | '>', name: 'after' | 'before'): string {
  // The first comparison alone lets the index skip; the second settles ties. Row comparisons are not optimised.
  return `${order.column} ${sign}= :${name}Key AND (${order.column} ${sign} :${name}Key OR ${idColumn} ${sign} :${name}Id)`;
}
