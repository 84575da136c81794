import { createHash } from 'node:crypto';
import { eventually } from '@redress/testkit';
import { BooksDesk } from '../support/books-desk';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { Story } from '../support/story';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const SETTLEMENT = `query Settlement($id: ID!) { settlement(id: $id) {
  number state version amount { amount } payouts { amount { amount } state providerReference } } }`;
const RETURNS = `{ returnAuthorisations(first: 10) { nodes {
  id number state version lines { id authorised received outcome posted postedAmount { amount } } } } }`;
const RECONCILIATION = `query Reconciliation($account: ID!) {
  reconciliation(accountId: $account, from: "2026-08-01", to: "2026-08-31") {
    opening { amount } moved { amount } unexplained { amount } closing { amount } sha256 } }`;
const BALANCE = `{ trialBalance(currency: "CNY") { balanced accounts { account balance { amount } } } }`;

interface SeenSettlement {
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly amount: { readonly amount: string };
  readonly payouts: readonly {
    readonly amount: { readonly amount: string };
    readonly state: string;
    readonly providerReference: string | null;
  }[];
}

interface SeenReturn {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly lines: readonly {
    readonly id: string;
    readonly authorised: string;
    readonly received: string;
    readonly outcome: string | null;
    readonly posted: string | null;
    readonly postedAmount: { readonly amount: string } | null;
  }[];
}

describe('a month of finance, from goods that come back to books that are closed', () => {
  let system: MovedSystem;
  let organisation: Organisation;
  let accountId: string;
  let settlementId: string;

  beforeAll(async () => {
    system = await startMovedSystem('2026-08-10T02:00:00.000Z');
    organisation = await foundOrganisation(system);
  }, 180_000);
  afterAll(() => system?.stop(), 60_000);

  const settlement = async (): Promise<SeenSettlement> => {
    const { people } = organisation;
    const { settlement: seen } = await people.finance.read<{ settlement: SeenSettlement }>(SETTLEMENT, {
      id: settlementId,
    });
    return seen;
  };
  const theReturn = async (): Promise<SeenReturn> => {
    const { returnAuthorisations } = await organisation.people.finance.read<{
      returnAuthorisations: { nodes: SeenReturn[] };
    }>(RETURNS);
    const [seen] = returnAuthorisations.nodes;
    if (seen === undefined) throw new Error('no return was authorised');
    return seen;
  };
  const balanceOf = async (account: string): Promise<string | undefined> => {
    const { trialBalance } = await organisation.people.auditor.read<{
      trialBalance: { balanced: boolean; accounts: { account: string; balance: { amount: string } }[] };
    }>(BALANCE);
    expect(trialBalance.balanced).toBe(true);
    return trialBalance.accounts.find((each) => each.account === account)?.balance.amount;
  };

  it('authorises three of four kettles to come back, with their tax and the shipping', async () => {
    const { people } = organisation;
    expectAccepted(
      await people.finance.act('registerPurchase', {
        ...{ orderNumber: 'SO-8', placedAt: '2026-08-01T03:00:00.000Z', currency: 'CNY', paymentsComplete: true },
        lines: [
          {
            ...{ lineNumber: 1, description: 'Kettle', product: 'kettle', quantity: '4', paid: yuan('400.00') },
            charges: [{ kind: 'TAX', code: 'VAT', rate: '13', paid: yuan('52.00') }],
          },
        ],
        charges: [{ kind: 'SHIPPING', code: 'SHIPPING', paid: yuan('10.00') }],
        payments: [{ provider: 'simulator', reference: 'PAY-SO-8', amount: yuan('462.00') }],
      }),
    );
    const story = await Story.begin(organisation, { orderLine: { orderNumber: 'SO-8', lineNumber: 1 } });
    await story.investigated();
    await story.step('handler', 'proposeResolution', {
      text: 'Three come back.',
      remedies: [
        {
          ...{ kind: 'RETURN', amount: yuan('349.00') },
          parts: [
            { amount: yuan('339.00'), orderNumber: 'SO-8', lineNumber: 1, quantity: '3' },
            { kind: 'REFUND', amount: yuan('10.00'), orderNumber: 'SO-8', charge: 'SHIPPING' },
          ],
        },
      ],
    });
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    settlementId = (await story.released()).id;
    const authorised = await eventually(theReturn, { what: 'the return', timeoutMs: 60_000 });
    expect(authorised).toMatchObject({ state: 'AUTHORISED', lines: [{ authorised: '3' }] });
  }, 240_000);

  it('posts what came, which is less, and asks the money of it alone', async () => {
    const { people } = organisation;
    const { number } = await theReturn();
    expectAccepted(
      await people.finance.act('recordWarehouseReceipt', {
        ...{ warehouse: 'north', reference: 'WR-1', receivedAt: '2026-08-10T01:00:00.000Z' },
        lines: [{ returnNumber: number, orderNumber: 'SO-8', lineNumber: 1, quantity: '2' }],
      }),
    );
    const { id: returnId, version, lines } = await theReturn();
    expectAccepted(
      await people.finance.act('inspectReturn', {
        ...{ returnId, expectedVersion: version },
        lines: [{ lineId: lines[0]?.id, resale: '1', scrap: '1', findings: 'One leaks, one was never used.' }],
      }),
    );
    const inspected = await theReturn();
    expectAccepted(
      await people.finance.act('reconcileReturn', {
        ...{ returnId, expectedVersion: inspected.version, nothingMoreExpected: true },
      }),
    );
    expect(await theReturn()).toMatchObject({
      state: 'RECONCILED',
      lines: [{ received: '2', outcome: 'LESS', posted: '2', postedAmount: { amount: '226.00' } }],
    });
    expect((await settlement()).amount.amount).toBe('236.00');
  }, 180_000);

  it('pays it once, back to where the money came from, and books it', async () => {
    const { version } = await settlement();
    const approval = { settlementId, expectedVersion: version };
    // Whoever posted the goods prepared the settlement and may not approve it too.
    const own = await organisation.people.finance.act('approveSettlement', approval);
    expect(own.userErrors.map(({ code }) => code)).toEqual(['FINANCE_SEPARATION_OF_DUTIES']);
    expectAccepted(await (await organisation.another('finance')).act('approveSettlement', approval));
    const paid = await eventually(
      async () => {
        const seen = await settlement();
        if (seen.state !== 'COMPLETED') throw new Error(`the settlement is ${seen.state}`);
        return seen;
      },
      { what: 'the settlement that is paid', timeoutMs: 60_000 },
    );
    const minor = paid.payouts.map(({ amount }) => Number(amount.amount.replace('.', '')));
    expect(minor.reduce((sum, each) => sum + each, 0)).toBe(23_600);
    expect(await balanceOf('SALES_RETURNS')).toBe('236.00');
    expect(await balanceOf('PROVIDER_CLEARING')).toBe('236.00');
  }, 240_000);

  it('finds the payments on the bank statement, whichever way the file comes, and signs that nothing is unexplained', async () => {
    const { people } = organisation;
    const { bankAccount } = expectAccepted(
      await people.manager.act<{ bankAccount: { id: string } }>(
        'openBankAccount',
        {
          ...{ name: 'Main account', identifier: '6222 0000 1111 2222', currency: 'CNY', openingOn: '2026-08-01' },
          ...{ opening: '1000.00', responsible: 'finance-lead' },
          mapping: { bookedOnColumn: 'day', amountColumn: 'amount', referenceColumns: ['reference'], delimiter: ',' },
        },
        'bankAccount { id }',
      ),
    );
    accountId = bankAccount.id;
    const { payouts, number } = await settlement();
    const lines = payouts.map(({ amount, providerReference }) => {
      return `2026-08-10,-${amount.amount},${providerReference ?? number}`;
    });
    const desk = new BooksDesk(organisation, '2026-08');
    const importOnce = (rows: readonly string[]) => {
      const content = Buffer.from(['day,amount,reference', ...rows].join('\n')).toString('base64');
      return desk.imported({ accountId, format: 'CSV', fileName: 'august.csv', content });
    };
    expect(await importOnce(lines)).toMatchObject({ state: 'IMPORTED', linesNew: lines.length, linesKnown: 0 });
    expect(await importOnce([...lines].reverse())).toMatchObject({ linesNew: 0, linesKnown: lines.length });
    expectAccepted(await people.finance.act('matchStatement', { accountId }));
    const reconciled = await eventually(
      async () => {
        const { reconciliation } = await people.auditor.read<{
          reconciliation: Record<'opening' | 'moved' | 'unexplained' | 'closing', { amount: string }> & {
            sha256: string;
          };
        }>(RECONCILIATION, { account: accountId });
        if (reconciliation.unexplained.amount !== '0.00') throw new Error(JSON.stringify(reconciliation));
        return reconciliation;
      },
      { what: 'a statement that is explained', timeoutMs: 60_000 },
    );
    expect([reconciled.opening.amount, reconciled.closing.amount]).toEqual(['1000.00', '764.00']);
    expect(await balanceOf('PROVIDER_CLEARING')).toBe('0.00');
    await system.moveTo('2026-09-01T02:00:00.000Z');
    expectAccepted(
      await people.finance.act('signReconciliation', {
        ...{ accountId, from: '2026-08-01', to: '2026-08-31', sha256: reconciled.sha256 },
      }),
    );
  }, 240_000);

  it('closes the month, so that its hash stands for every booking in it', async () => {
    const { people } = organisation;
    await system.moveTo('2026-09-02T02:00:00.000Z');
    type Periods = { accountingPeriods: { nodes: { period: string; state: string; version: number }[] } };
    const august = async () => {
      const { accountingPeriods } = await people.manager.read<Periods>(
        '{ accountingPeriods(first: 12) { nodes { period state version } } }',
      );
      return accountingPeriods.nodes.find(({ period }) => period === '2026-08');
    };
    const before = await august();
    expectAccepted(
      await people.manager.act('closePeriod', { period: '2026-08', expectedVersion: before?.version ?? 0 }),
    );
    expect(await august()).toMatchObject({ state: 'CLOSED' });
    const { verifyPeriod } = await people.auditor.read<{ verifyPeriod: { equal: boolean; differing: unknown[] } }>(
      '{ verifyPeriod(period: "2026-08") { equal differing { __typename } } }',
    );
    expect(verifyPeriod).toEqual({ equal: true, differing: [] });
  }, 180_000);

  it('hands the journal of the month out as a file whose hash and totals are those it was announced with', async () => {
    const { people } = organisation;
    const started = expectAccepted(
      await people.finance.act<{ export: { id: string } }>(
        'startExport',
        { kind: 'JOURNAL', format: 'CSV', bookedIn: '2026-08' },
        'export { id }',
      ),
    );
    type Exported = {
      export: { state: string; rowsDone: string; downloadUrl: string; parts: { sha256: string; rowCount: number }[] };
    };
    const done = await eventually(
      async () => {
        const { export: seen } = await people.finance.read<Exported>(
          'query Export($id: ID!) { export(id: $id) { state rowsDone downloadUrl parts { sha256 rowCount } } }',
          { id: started.export.id },
        );
        if (seen.state !== 'COMPLETED') throw new Error(`the export is ${seen.state}`);
        return seen;
      },
      { what: 'the export to be complete', timeoutMs: 60_000 },
    );
    const response = await fetch(done.downloadUrl);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(done.parts.map(({ sha256 }) => sha256)).toEqual([createHash('sha256').update(bytes).digest('hex')]);
    expect(Number(done.rowsDone)).toBeGreaterThanOrEqual(6);
  }, 240_000);
});
