import type { RowReader } from '../index';
import type { TicketState } from './ticket.gql';

export interface TicketRow {
  readonly id: string;
  readonly tenantId: string;
  readonly title: string;
  readonly openedAt: Date;
  state: TicketState;
  costMinor: bigint;
  version: number;
}

/** Tickets in memory. */
export interface TicketStore extends RowReader {
  readonly rows: readonly TicketRow[];
  readonly statements: string[];
  /** A read that ends when it is told to; `begun` resolves when somebody has started it. */
  readonly slow: { readonly begun: Promise<void>; read(): Promise<string>; finish(): void };
}

/** Tickets with a reader that answers the statements of `keysetPage` so far as the demonstration needs. */
export function ticketStore(rows: readonly TicketRow[]): TicketStore {
  const statements: string[] = [];
  return {
    rows,
    statements,
    slow: slowRead(),
    query: async <Row>(sql: string, params: Record<string, unknown> = {}): Promise<Row[]> => {
      statements.push(sql);
      const own = rows.filter((row) => row.tenantId === params['tenantId'] && matchesState(row, params));
      if (sql.startsWith('SELECT COUNT')) return Promise.resolve([{ value: String(own.length) }] as Row[]);
      const way = / DESC LIMIT /.test(sql) ? -1 : 1;
      const limit = Number(/LIMIT (\d+)$/.exec(sql)?.[1]);
      const found = own
        .filter((row) => beyond(row, params, 'after', sql) && beyond(row, params, 'before', sql))
        .sort((left, right) => way * compare(left, right))
        .slice(0, limit);
      return Promise.resolve(found.map((row) => ({ ...row, cursorKey: row.openedAt, cursorId: row.id })) as Row[]);
    },
  };
}

function slowRead(): TicketStore['slow'] {
  let begin = (): void => undefined;
  let finish = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  return {
    begun,
    read: async () => {
      begin();
      await finished;
      return 'done';
    },
    finish: () => finish(),
  };
}

function matchesState(row: TicketRow, params: Record<string, unknown>): boolean {
  const wanted = params['where0'];
  return wanted === undefined || row.state === wanted;
}

function beyond(row: TicketRow, params: Record<string, unknown>, name: 'after' | 'before', sql: string): boolean {
  const key = params[`${name}Key`] as Date | undefined;
  if (key === undefined) return true;
  const order = compare(row, { openedAt: key, id: String(params[`${name}Id`]) });
  return sql.includes(`> :${name}Id`) ? order > 0 : order < 0;
}

function compare(left: Pick<TicketRow, 'openedAt' | 'id'>, right: Pick<TicketRow, 'openedAt' | 'id'>): number {
  return left.openedAt.getTime() - right.openedAt.getTime() || (left.id < right.id ? -1 : Number(left.id > right.id));
}
