import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import type { Person } from '../../test-bench/finance-bench';
import type { FinanceOffice } from '../../test-bench/finance-office';

const ERRORS = 'userErrors { code message path details { currentState currentVersion maximum { amount } limit } }';
const ACCOUNT = 'id name maskedIdentifier currency responsible version rules { name tolerance }';
const IMPORT = 'id state linesNew linesKnown linesSkipped sha256 problems { code line message }';
const LINE = `id bookedOn amount { amount minorUnits currency } references text state owner ageDays version occurrence
  match { id kind rule difference { amount } differenceTo reason version undoneBy payments { number amount { amount } } }`;

export interface Refusals {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[] | null;
  }[];
}
export interface LineSeen {
  readonly ageDays: number | null;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly owner: string | null;
  readonly amount: { readonly amount: string; readonly minorUnits: string; readonly currency: string };
  readonly match: {
    readonly id: string;
    readonly kind: string;
    readonly version: number;
    readonly payments: readonly { readonly number: string }[];
  } | null;
}
export interface ImportSeen {
  readonly id: string;
  readonly state: string;
  readonly linesNew: number | null;
  readonly linesKnown: number | null;
  readonly problems: readonly { readonly code: string; readonly line: number | null; readonly message: string }[];
}
export interface ReconciliationSeen {
  readonly opening: { readonly minorUnits: string };
  readonly moved: { readonly minorUnits: string };
  readonly unexplained: { readonly minorUnits: string };
  readonly closing: { readonly minorUnits: string };
  readonly closingDeclared: boolean;
  readonly notDelivered: { readonly minorUnits: string };
  readonly openLines: { readonly count: number };
  readonly unseen: { readonly count: number; readonly amount: { readonly minorUnits: string } };
  readonly ages: readonly { readonly days: string; readonly count: number }[];
  readonly sha256: string;
  readonly signatures: readonly { readonly sha256: string; readonly signedBy: string }[];
}

export const CSV_MAPPING = {
  bookedOnColumn: 'Day',
  amountColumn: 'Amount',
  referenceColumns: ['Reference'],
  textColumns: ['Text'],
};

/** A line of a CSV statement; the amount as the bank writes it. */
export const csvLine = (day: string, amount: string, reference: string, text = 'refund'): string =>
  `${day};${amount};${reference};${text}`;

/** What finance people do with statements, through the graph. */
export class ReconciliationOffice {
  constructor(
    readonly office: FinanceOffice,
    readonly person: Person = office.as('finance', { subject: 'clerk' }),
  ) {}

  /** Runs a mutation and answers its payload. */
  async act<Payload>(
    name: string,
    inputType: string,
    selection: string,
    input: object,
    person = this.person,
  ): Promise<Payload> {
    const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${selection} replayed ${ERRORS} } }`;
    const answer = await this.office.bench.ask<Record<string, Payload>>(person, query, {
      input: { idempotencyKey: newId(), ...input },
    });
    const payload = answer.data?.[name];
    if (payload === undefined) throw new Error(JSON.stringify(answer));
    return payload;
  }

  async openAccount(changes: object = {}): Promise<{ id: string; version: number }> {
    const input = {
      ...{ name: 'main', identifier: `CN${newId().slice(-12)}`, currency: 'CNY', openingOn: '2026-01-01' },
      ...{ opening: '1000.00', responsible: 'chief', mapping: CSV_MAPPING, expectedWithinDays: 0, ...changes },
    };
    type Payload = Refusals & { bankAccount: { id: string; version: number } | null };
    const admin = this.office.as('admin');
    const { bankAccount, userErrors } = await this.act<Payload>(
      ...(['openBankAccount', 'OpenBankAccountInput', `bankAccount { ${ACCOUNT} }`] as const),
      input,
      admin,
    );
    if (bankAccount === null) throw new Error(JSON.stringify(userErrors));
    return bankAccount;
  }

  async importCsv(
    accountId: string,
    lines: readonly string[],
    changes: object = {},
    person = this.person,
  ): Promise<ImportSeen> {
    const content = Buffer.from(['Day;Amount;Reference;Text', ...lines, ''].join('\n')).toString('base64');
    const input = { accountId, format: 'CSV', content, ...changes };
    const payload = await this.importStatement(input, person);
    if (payload.statementImport === null) throw new Error(JSON.stringify(payload.userErrors));
    return this.imported(payload.statementImport.id);
  }

  importStatement(
    input: object,
    person = this.person,
  ): Promise<Refusals & { statementImport: ImportSeen | null; replayed: boolean }> {
    return this.act('importStatement', 'ImportStatementInput', `statementImport { ${IMPORT} }`, input, person);
  }

  /** The import once it is taken in or refused. */
  imported(id: string): Promise<ImportSeen> {
    const query = `query ($id: ID!) { statementImport(id: $id) { ${IMPORT} } }`;
    return eventually(
      async () => {
        const { data } = await this.office.bench.ask<{ statementImport: ImportSeen }>(this.person, query, { id });
        expect(['IMPORTED', 'REFUSED']).toContain(data.statementImport.state);
        return data.statementImport;
      },
      { timeoutMs: 60_000, what: 'the import being done' },
    );
  }

  /** Runs the rules and waits until they were all tried. */
  async match(accountId: string): Promise<number> {
    type Payload = Refusals & { matchingRun: { id: string } };
    const { matchingRun } = await this.act<Payload>(
      'matchStatement',
      'MatchStatementInput',
      'matchingRun { id state }',
      { accountId },
    );
    const query = 'query ($id: ID!) { matchingRun(id: $id) { state linesMatched } }';
    type Data = { matchingRun: { state: string; linesMatched: number } };
    return eventually(
      async () => {
        const { data } = await this.office.bench.ask<Data>(this.person, query, { id: matchingRun.id });
        expect(data.matchingRun.state).toBe('DONE');
        return data.matchingRun.linesMatched;
      },
      { timeoutMs: 60_000, what: 'the run being done' },
    );
  }

  async lines(accountId: string, where: object = {}): Promise<readonly LineSeen[]> {
    const query = `query ($where: StatementLineWhereInput) {
      statementLines(where: $where, orderBy: BOOKED_ON_ASC, first: 100) { nodes { ${LINE} } } }`;
    const { data } = await this.office.bench.ask<{ statementLines: { nodes: LineSeen[] } }>(this.person, query, {
      where: { account: { eq: accountId }, ...where },
    });
    return data.statementLines.nodes;
  }

  async reconciliation(accountId: string, from: string, to: string): Promise<ReconciliationSeen> {
    const money = '{ minorUnits }';
    const query = `query ($id: ID!, $from: Date!, $to: Date!) { reconciliation(accountId: $id, from: $from, to: $to) {
      opening ${money} moved ${money} unexplained ${money} closing ${money} notDelivered ${money} closingDeclared
      openLines { count } unseen { count amount ${money} } ages { days count } sha256 signatures { sha256 signedBy } } }`;
    const answer = await this.office.bench.ask<{ reconciliation: ReconciliationSeen }>(this.person, query, {
      id: accountId,
      from,
      to,
    });
    return answer.data.reconciliation;
  }

  /** What stands on an account of the ledger, in minor units. */
  async balances(currency = 'CNY'): Promise<Readonly<Record<string, string>>> {
    const query =
      'query ($c: CurrencyCode!) { trialBalance(currency: $c) { balanced accounts { account balance { minorUnits } } } }';
    type Data = {
      trialBalance: { balanced: boolean; accounts: { account: string; balance: { minorUnits: string } }[] };
    };
    const { data } = await this.office.bench.ask<Data>(this.person, query, { c: currency });
    expect(data.trialBalance.balanced).toBe(true);
    return Object.fromEntries(data.trialBalance.accounts.map(({ account, balance }) => [account, balance.minorUnits]));
  }
}
