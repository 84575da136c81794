import { eventually } from '@redress/testkit';
import { expectAccepted, type Organisation } from './organisation';

/** A line of a statement. */
export interface Line {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly occurrence: number;
  readonly version: number;
  readonly match: { readonly id: string; readonly kind: string; readonly version: number } | null;
}
/** What was found in a month. */
export interface Finding {
  readonly check: string;
  readonly blocking: boolean;
  readonly toAcknowledge: boolean;
  readonly count: number;
  readonly ids: readonly string[];
}
/** A closing or re-opening. */
export interface Act {
  readonly sequence: number;
  readonly kind: string;
  readonly hash: string;
  readonly previousHash: string;
  readonly reason: string | null;
  readonly acknowledged: readonly { readonly check: string; readonly count: number }[];
}

/** What people do with statements and with a month of the books, through the graph. */
export class BooksDesk {
  constructor(
    private readonly organisation: Organisation,
    private readonly period: string,
  ) {}

  /** What stands on each account; the arguments are those of `trialBalance`. */
  async balances(args: string): Promise<Readonly<Record<string, string>>> {
    const { trialBalance } = await this.organisation.people.auditor.read<{
      trialBalance: { balanced: boolean; accounts: { account: string; balance: { amount: string } }[] };
    }>(`{ trialBalance(${args}) { balanced accounts { account balance { amount } } } }`);
    expect(trialBalance.balanced).toBe(true);
    return Object.fromEntries(trialBalance.accounts.map(({ account, balance }) => [account, balance.amount]));
  }

  /** The lines of an account’s statement. */
  async lines(accountId: string): Promise<readonly Line[]> {
    const { statementLines } = await this.organisation.people.finance.read<{
      statementLines: { nodes: readonly Line[] };
    }>(
      `query L($account: ID!) { statementLines(first: 50, where: { account: { eq: $account } }) {
        nodes { id text state occurrence version match { id kind version } } } }`,
      { account: accountId },
    );
    return statementLines.nodes;
  }

  /** Opens an account in CNY whose statements are reconciled from the month on. */
  async account(input: object): Promise<string> {
    const common = {
      currency: 'CNY',
      openingOn: `${this.period}-01`,
      responsible: 'finance-lead',
      expectedWithinDays: 0,
    };
    const { bankAccount } = expectAccepted(
      await this.organisation.people.manager.act<{ bankAccount: { id: string } }>(
        'openBankAccount',
        { ...common, ...input },
        'bankAccount { id }',
      ),
    );
    return bankAccount.id;
  }

  /** Hands in a statement and waits until it is taken in or refused. */
  async imported(input: object) {
    type Import = { id: string; state: string; linesNew: number; linesKnown: number; problems: object[] };
    const fields = 'id state linesNew linesKnown problems { code message }';
    const { people } = this.organisation;
    const { statementImport: begun } = expectAccepted(
      await people.finance.act<{ statementImport: Import }>('importStatement', input, `statementImport { ${fields} }`),
    );
    return eventually(
      async () => {
        const { statementImport } = await people.finance.read<{ statementImport: Import }>(
          `query I($id: ID!) { statementImport(id: $id) { ${fields} } }`,
          { id: begun.id },
        );
        if (!['IMPORTED', 'REFUSED'].includes(statementImport.state)) throw new Error(statementImport.state);
        return statementImport;
      },
      { what: 'the statement to be taken in', timeoutMs: 60_000 },
    );
  }

  /** What a look through the month finds. */
  async findings(): Promise<readonly Finding[]> {
    const { checkAccountingPeriod } = await this.organisation.people.finance.read<{
      checkAccountingPeriod: readonly Finding[];
    }>(`{ checkAccountingPeriod(period: "${this.period}") { check blocking toAcknowledge count ids } }`);
    return checkAccountingPeriod.filter(({ count }) => count > 0);
  }

  /** The month. */
  async month() {
    const { accountingPeriod } = await this.organisation.people.auditor.read<{
      accountingPeriod: { state: string; hash: string | null; version: number };
    }>(`{ accountingPeriod(period: "${this.period}") { state hash version } }`);
    return accountingPeriod;
  }

  /** Closings and re-openings, latest first. */
  async acts(): Promise<readonly Act[]> {
    const { accountingPeriodActs } = await this.organisation.people.auditor.read<{
      accountingPeriodActs: { nodes: readonly Act[] };
    }>(
      '{ accountingPeriodActs(first: 10) { nodes { sequence kind hash previousHash reason acknowledged { check count } } } }',
    );
    return accountingPeriodActs.nodes;
  }

  /** Whether the entries of the month still are what was sealed. */
  async verified() {
    return (
      await this.organisation.people.auditor.read<{ verifyPeriod: { equal: boolean; chainBrokenAt: number | null } }>(
        `{ verifyPeriod(period: "${this.period}") { equal chainBrokenAt } }`,
      )
    ).verifyPeriod;
  }

  /** Signs the account’s reconciliation of the month as it is. */
  async sign(accountId: string) {
    const { people } = this.organisation;
    const span = { accountId, from: `${this.period}-01`, to: `${this.period}-31` };
    const { reconciliation } = await people.finance.read<{ reconciliation: { sha256: string } }>(
      'query R($accountId: ID!, $from: Date!, $to: Date!) { reconciliation(accountId: $accountId, from: $from, to: $to) { sha256 } }',
      span,
    );
    expectAccepted(await people.finance.act('signReconciliation', { ...span, sha256: reconciliation.sha256 }));
  }
}
