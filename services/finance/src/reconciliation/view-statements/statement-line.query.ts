import {
  column,
  compileWhere,
  idColumn,
  PublicError,
  type FilterCompiler,
  type KeysetList,
  type KeysetOrder,
} from '@redress/graphql-runtime';
import { parseMoney } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { Account } from '../../ledger/model/account.model';
import type { MatchKind } from '../model/matching-rule.model';
import type { LineState } from '../model/statement.model';
import type { StatementLineOrder, StatementLineWhereInput } from './statement-line.gql';

/** A line as readers see it. */
export interface LineRecord {
  readonly id: string;
  readonly accountId: string;
  readonly bookedOn: string;
  readonly valueOn: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly bankReference: string | null;
  readonly lineReferences: string;
  readonly text: string;
  readonly occurrence: number;
  readonly state: LineState;
  readonly matchId: string | null;
  readonly assignedTo: string | null;
  readonly note: string | null;
  readonly version: number;
}

const LINE_COLUMNS = `l.id, l.account_id AS accountId, l.booked_on AS bookedOn, l.value_on AS valueOn,
  l.amount_minor AS amountMinor, l.currency, l.bank_reference AS bankReference, l.line_references AS lineReferences,
  l.text, l.occurrence, l.state, l.match_id AS matchId, l.owner AS assignedTo, l.note, l.version`;

const ORDERS: Readonly<Record<StatementLineOrder, Omit<KeysetOrder, 'name'>>> = {
  BOOKED_ON_DESC: { column: 'l.booked_on', direction: 'descending' },
  BOOKED_ON_ASC: { column: 'l.booked_on', direction: 'ascending' },
  AMOUNT_DESC: { column: 'l.amount_minor', direction: 'descending' },
  AMOUNT_ASC: { column: 'l.amount_minor', direction: 'ascending' },
};

/** The list. Throws `BAD_USER_INPUT` for amounts of no currency, or an order by amount over several accounts. */
export function statementLineList(where: StatementLineWhereInput | undefined, orderBy: StatementLineOrder): KeysetList {
  const order = { name: orderBy, ...ORDERS[orderBy] };
  if (order.column === 'l.amount_minor' && typeof where?.account?.eq !== 'string') {
    throw new PublicError('BAD_USER_INPUT', 'An order by amount needs `where.account.eq`.');
  }
  const conditions = compileWhere(where, filtersFor(where?.currency?.eq));
  return {
    name: 'statementLines',
    order,
    idColumn: 'l.id',
    select: LINE_COLUMNS,
    from: 'statement_line l',
    where: `l.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}

function filtersFor(currency: string | undefined | null): Readonly<Record<string, FilterCompiler>> {
  const minor = (text: string): bigint => {
    const amount = currency ? parseMoney(text, currency) : undefined;
    if (amount === undefined) {
      throw new PublicError('BAD_USER_INPUT', 'An amount needs `where.currency.eq`, and no more digits than it has.');
    }
    return amount.amountMinor;
  };
  return {
    account: idColumn('l.account_id', 'BankAccount'),
    state: column('l.state'),
    bookedOn: column('l.booked_on'),
    currency: column('l.currency'),
    amount: (filter, bind) =>
      [
        ...(typeof filter['from'] === 'string' ? [`l.amount_minor >= ${bind(minor(filter['from']))}`] : []),
        ...(typeof filter['to'] === 'string' ? [`l.amount_minor < ${bind(minor(filter['to']))}`] : []),
      ].join(' AND ') || 'TRUE',
    bankReference: column('l.bank_reference'),
    text: column('l.text'),
    assignedTo: column('l.owner'),
    import: idColumn('l.import_id', 'StatementImport'),
    match: idColumn('l.match_id', 'StatementMatch'),
  };
}

/** The line of an id, if there is one. */
export async function lineOf(reader: TenantReader, id: string): Promise<LineRecord | undefined> {
  const [record] = await reader.query<LineRecord>(
    `SELECT ${LINE_COLUMNS} FROM statement_line l WHERE l.tenant_id = :tenantId AND l.id = :id`,
    { id },
  );
  return record;
}

/** A match as readers see it. */
export interface MatchRecord {
  readonly id: string;
  readonly kind: MatchKind;
  readonly rule: string;
  readonly currency: string;
  readonly linesMinor: string;
  readonly paymentsMinor: string;
  readonly differenceTo: Account | null;
  readonly reason: string | null;
  readonly matchedBy: string;
  readonly matchedAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBecause: string | null;
  readonly version: number;
}

/** The matches of ids; what does not exist is left out. */
export function matchesOf(reader: TenantReader, ids: readonly string[]): Promise<MatchRecord[]> {
  return reader.query<MatchRecord>(
    `SELECT m.id, m.kind, m.rule, m.currency, m.lines_minor AS linesMinor, m.payments_minor AS paymentsMinor,
       m.difference_to AS differenceTo, m.reason, m.matched_by AS matchedBy, m.matched_at AS matchedAt,
       m.undone_by AS undoneBy, m.undone_at AS undoneAt, m.undone_because AS undoneBecause, m.version
     FROM reconciliation_match m WHERE m.tenant_id = :tenantId AND m.id IN (:ids)`,
    { ids },
  );
}

/** A payment of a match. */
export interface MatchedPaymentRecord {
  readonly matchId: string;
  readonly id: string;
  readonly settlementId: string;
  readonly number: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly providerReference: string | null;
}

/** The first payments of each match. */
export function paymentsOf(reader: TenantReader, matchIds: readonly string[]): Promise<MatchedPaymentRecord[]> {
  return reader.query<MatchedPaymentRecord>(
    `SELECT c.match_id AS matchId, p.id, p.settlement_id AS settlementId, p.reference AS number,
       p.amount_minor AS amountMinor, p.currency, p.provider_reference AS providerReference
     FROM reconciliation_match_line c JOIN payment p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
     WHERE c.tenant_id = :tenantId AND c.match_id IN (:matchIds) AND c.position <= 100
     ORDER BY c.match_id, c.position`,
    { matchIds },
  );
}
