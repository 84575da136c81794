import { toGlobalId, toMoney, type KeysetList } from '@redress/graphql-runtime';
import type { Account, Side } from '../model/account.model';
import type { EntryKind, EntrySource } from '../model/journal.model';
import type { AccountStatementLine } from './account-statement.gql';

interface LineRow {
  readonly entryId: string;
  readonly source: EntrySource;
  readonly sourceId: string;
  readonly kind: EntryKind;
  readonly side: Side;
  readonly amount: string;
  readonly currency: string;
  readonly base: string | null;
  readonly worth: string | null;
  readonly subaccount: string;
  readonly department: string | null;
  readonly product: string | null;
  readonly cause: string | null;
  readonly bookedAt: Date;
  readonly effectiveOn: string;
  readonly period: string;
  readonly reverses: string | null;
  readonly memo: string | null;
}

/** What a statement is about. */
export interface StatementScope {
  readonly account: Account;
  readonly currency: string;
  readonly subaccount?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly period?: string | null;
}

/** The postings of an account in the order in which their entries were made. */
export function accountStatement({ account, currency, subaccount, from, to, period }: StatementScope): KeysetList {
  const conditions = [
    'p.tenant_id = :tenantId AND p.currency = :currency AND p.account = :account',
    ...(typeof subaccount === 'string' ? ['p.subaccount = :subaccount'] : []),
    ...(typeof from === 'string' ? ['p.effective_on >= :from'] : []),
    ...(typeof to === 'string' ? ['p.effective_on <= :to'] : []),
    ...(typeof period === 'string' ? ['p.period = :period'] : []),
  ];
  return {
    name: 'accountStatement',
    order: { name: 'ENTRY_ASC', column: 'p.entry_id', direction: 'ascending' },
    idColumn: 'p.line',
    select: `p.entry_id AS entryId, p.source_kind AS source, p.source_id AS sourceId, e.kind, p.side,
      p.amount_minor AS amount, p.currency, p.base_currency AS base, p.base_amount_minor AS worth, p.subaccount,
      p.department, p.product, p.cause, p.booked_at AS bookedAt, p.effective_on AS effectiveOn, p.period, e.reverses, e.memo`,
    from: 'posting p JOIN journal_entry e ON e.tenant_id = p.tenant_id AND e.id = p.entry_id',
    where: conditions.join(' AND '),
    params: { account, currency, subaccount, from, to, period },
  };
}

/** Types in the graph of what entries are booked for; what has none keeps its own identifier. */
const TYPES: Readonly<Partial<Record<EntrySource, string>>> = {
  SETTLEMENT: 'Settlement',
  RECEIVABLE: 'Receivable',
  PENALTY: 'Penalty',
  ON_THE_SPOT: 'OnTheSpotPayment',
  VOUCHER: 'Voucher',
};

export function toStatementLine({
  source,
  sourceId,
  amount,
  currency,
  base,
  worth,
  subaccount,
  ...row
}: LineRow): AccountStatementLine {
  const type = TYPES[source];
  return {
    ...row,
    source,
    sourceId: type === undefined ? sourceId : toGlobalId(type, sourceId),
    amount: toMoney({ amountMinor: BigInt(amount), currency }),
    worth: base === null || worth === null ? null : toMoney({ amountMinor: BigInt(worth), currency: base }),
    subaccount: subaccount === '' ? null : subaccount,
  };
}
