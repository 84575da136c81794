import {
  keysetPage,
  type Connection,
  type GraphContext,
  type KeysetList,
  type KeysetRow,
  type PageArgs,
  type TotalCountValue,
} from '@redress/graphql-runtime';
import { COUNT_LIMIT } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';

type Asked<Row> = KeysetRow<Row> & { readonly askedId: string };

/** A list of one customer; `param` is the parameter that stands for their id. */
export type ListOf = (param: string) => KeysetList;

/** The same page of a list of each of several customers, with one statement, and one more where they are counted. */
export async function listsOfCustomers<Row, Node>(
  context: GraphContext,
  reader: TenantReader,
  listOf: ListOf,
  args: PageArgs,
  toNode: (row: Row) => Node,
  customerIds: readonly string[],
): Promise<readonly Connection<Node>[]> {
  const asked = customerIds.map((id, index) => {
    const param = `customer${index}`;
    const list = listOf(param);
    const page = keysetPage<Row>(context, { ...list, select: `:${param} AS askedId, ${list.select}` }, args);
    return { id, param, page };
  });
  const params = Object.assign({}, ...asked.map(({ id, param, page }) => ({ ...page.params, [param]: id }))) as object;
  const rows = await reader.query<Asked<Row>>(asked.map(({ page }) => `(${page.sql})`).join(' UNION ALL '), {
    ...params,
  });
  const counts = async (): Promise<ReadonlyMap<string, TotalCountValue>> => {
    const blocks = asked.map(({ param, page }) => `SELECT :${param} AS askedId, t.value FROM (${page.countSql}) t`);
    const counted = await reader.query<{ askedId: string; value: string }>(blocks.join(' UNION ALL '), { ...params });
    return new Map(counted.map(({ askedId, value }) => [askedId, countOf(Number(value))]));
  };
  let counting: ReturnType<typeof counts> | undefined;
  return asked.map(({ id, page }) =>
    page.connection(
      rows.filter(({ askedId }) => askedId === id),
      toNode,
      async () => (await (counting ??= counts())).get(id) ?? countOf(0),
    ),
  );
}

function countOf(value: number): TotalCountValue {
  return { value: Math.min(value, COUNT_LIMIT), exact: value <= COUNT_LIMIT };
}
