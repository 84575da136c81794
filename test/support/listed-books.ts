import type { Person } from './act';
import { allOf } from './listed-complaints';

/** What an organisation has on the lists of finance that no complaint leads to. */
export interface ListedBooks {
  /** How many postings there are. */
  readonly postings: number;
  /** Debits less credits of each account, where there is a difference. */
  readonly balances: Readonly<Record<string, bigint>>;
  readonly linesSold: number;
  readonly returnExceptions: readonly { readonly resolvedAt: string | null }[];
}

interface Account {
  readonly account: string;
  readonly debit: { readonly minorUnits: string };
  readonly credit: { readonly minorUnits: string };
}

const BALANCE = `{ trialBalance(currency: "CNY") {
  accounts { account debit { minorUnits } credit { minorUnits } } } }`;
const STATEMENT = `query Statement($account: LedgerAccount!, $after: String) {
  page: accountStatement(account: $account, currency: "CNY", first: 100, after: $after) {
    nodes { entryId } pageInfo { hasNextPage endCursor } } }`;
const PURCHASES = `query Sold($after: String) { page: purchases(first: 100, after: $after) {
  nodes { lines { lineNumber } } pageInfo { hasNextPage endCursor } } }`;
const EXCEPTIONS = `query Exceptions($after: String) { page: returnExceptions(first: 100, after: $after) {
  nodes { resolvedAt } pageInfo { hasNextPage endCursor } } }`;

/** The books of the organisation, from the lists of finance. */
export async function listedBooks(person: Person): Promise<ListedBooks> {
  const { accounts } = (await person.read<{ trialBalance: { accounts: readonly Account[] } }>(BALANCE)).trialBalance;
  const lines = await Promise.all(accounts.map(({ account }) => allOf(person, STATEMENT, { account })));
  const purchases = await allOf<{ lines: readonly unknown[] }>(person, PURCHASES);
  const balances = accounts
    .map(({ account, debit, credit }): [string, bigint] => [
      account,
      BigInt(debit.minorUnits) - BigInt(credit.minorUnits),
    ])
    .filter(([, amount]) => amount !== 0n);
  return {
    postings: lines.reduce((sum, each) => sum + each.length, 0),
    balances: Object.fromEntries(balances),
    linesSold: purchases.reduce((sum, each) => sum + each.lines.length, 0),
    returnExceptions: await allOf(person, EXCEPTIONS),
  };
}
