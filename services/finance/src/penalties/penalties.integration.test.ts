import {
  caseOpened,
  responsibilityDetermined,
  sanctionApproved,
  supplierClaimDecided,
  supplierClaimOpened,
} from '@redress/contracts';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { ToldOrganisation } from '../case-file/testing/told-organisation';
import { buildPrograms } from '../test-bench/child-process';
import { BooksOffice, type Refused } from '../test-bench/books-office';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly amount: { readonly amount: string } | null;
  readonly bonusPeriod: string | null;
  readonly version: number;
}
const SEEN = 'id state amount { amount } bonusPeriod version';
const SANCTION = 'performance-bonus-penalty';

describe('what the books know of responsibility', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: BooksOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  beforeEach(() => {
    office = new BooksOffice(bench);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const now = () => new Date().toISOString();
  const penalties = async () =>
    (await office.ask<{ penalties: { nodes: Seen[] } }>(`{ penalties { nodes { ${SEEN} } } }`)).penalties.nodes;
  const balances = async (): Promise<Record<string, string>> => {
    type Data = { trialBalance: { accounts: { account: string; balance: { amount: string } }[] } };
    const { trialBalance } = await office.ask<Data>(
      '{ trialBalance(currency: "CNY") { accounts { account balance { amount } } } }',
    );
    return Object.fromEntries(trialBalance.accounts.map(({ account, balance }) => [account, balance.amount]));
  };
  const sanctioned = async (
    falls: { department?: string; person?: string },
    sanction = SANCTION,
    fakeCase = office.openCase(),
    at = now(),
  ) => {
    await fakeCase.tell(sanctionApproved, {
      ...fakeCase.key(),
      by: 'gm-1',
      at,
      sanctionId: newId(),
      sanction,
      published: false,
      ...falls,
    });
    return fakeCase;
  };
  const drawnUp = (count: number) =>
    eventually(
      async () => {
        const found = await penalties();
        return found.length === count ? found : undefined;
      },
      { what: `${count} penalties` },
    );
  const decide = (
    field: 'approvePenalty' | 'rejectPenalty',
    { id, version }: Seen,
    more: object = {},
    subject = 'gm-2',
  ) =>
    office.act<Refused & { penalty: Seen | null }>(
      ...([
        field,
        field === 'approvePenalty' ? 'ApprovePenaltyInput' : 'RejectPenaltyInput',
        `penalty { ${SEEN} } replayed`,
      ] as const),
      { penaltyId: id, expectedVersion: version, ...more },
      office.as('manager', { subject }),
    );
  const standard = (amount: string, fallsOn: string) =>
    office.act(
      'setDeductionStandard',
      'SetDeductionStandardInput',
      'set',
      { sanction: SANCTION, fallsOn, validFrom: '2020-01-01', amount: { amount, currency: 'CNY' } },
      office.as('manager'),
    );

  it('a penalty costs what the organisation’s standard says, is approved by the general manager, and taken from the bonus of its month', async () => {
    await sanctioned({ department: 'manufacturing' });
    await sanctioned({ person: 'worker-1', department: 'manufacturing' });
    const all = await drawnUp(2);
    for (const each of all)
      expect((await decide('approvePenalty', each)).userErrors).toMatchObject([
        { code: 'FINANCE_DEDUCTION_STANDARD_OPEN' },
      ]);
    await standard('500.00', 'DEPARTMENT');
    await standard('80.00', 'PERSON');
    const own = await Promise.all(all.map((each) => decide('approvePenalty', each, {}, 'worker-1')));
    expect(own.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['FINANCE_PENALTY_OWN']);
    for (const each of await penalties()) await decide('approvePenalty', each);
    const approved = await penalties();
    expect(approved.map(({ state, amount }) => [state, amount?.amount]).sort()).toEqual([
      ['APPROVED', '500.00'],
      ['APPROVED', '80.00'],
    ]);
    expect(await balances()).toEqual({ PENALTIES_RECEIVABLE: '580.00', PENALTY_RECOVERIES: '580.00' });
    const papers = await office.rows<{ copies: number }>(
      "SELECT p.id FROM finance_paper p WHERE p.tenant_id = :tenant AND p.kind = 'PENALTY_NOTICE'",
    );
    expect(papers).toHaveLength(2);
    // Two approvals may lie on either side of the end of a month.
    const periods = [...new Set(approved.map(({ bonusPeriod }) => bonusPeriod))];
    const deduct = async () => {
      const of = (period: string | null) =>
        office.act<{ taken: number; deductions: { amount: { amount: string }; deducted: boolean }[] }>(
          'deductFromBonus',
          'DeductFromBonusInput',
          'taken deductions { department person amount { amount } penalties deducted }',
          { period },
        );
      const answers = await Promise.all(periods.map(of));
      const deductions = answers.flatMap((answer) => answer.deductions);
      return {
        taken: answers.reduce((sum, { taken }) => sum + taken, 0),
        deducted: deductions.map(({ amount, deducted }) => `${amount.amount} ${String(deducted)}`).sort(),
      };
    };
    expect(await deduct()).toEqual({ taken: 2, deducted: ['500.00 true', '80.00 true'] });
    expect(await deduct()).toMatchObject({ taken: 0 });
    expect(await balances()).toEqual({
      PENALTIES_RECEIVABLE: '0.00',
      PENALTY_RECOVERIES: '580.00',
      BONUS_PAYABLE: '-580.00',
    });
  });

  it('a penalty that is rejected costs nothing, and neither decision is taken twice', async () => {
    await sanctioned({ department: 'sales' });
    await standard('10.00', 'DEPARTMENT');
    const [penalty] = await drawnUp(1);
    if (penalty === undefined) throw new Error('no penalty');
    expect((await decide('rejectPenalty', penalty, { reason: '' })).userErrors).toMatchObject([
      { code: 'FINANCE_PENALTY_REASON_REQUIRED' },
    ]);
    expect((await decide('rejectPenalty', penalty, { reason: 'not at fault' })).penalty).toMatchObject({
      state: 'REJECTED',
      version: 2,
    });
    expect((await decide('approvePenalty', penalty)).userErrors).toMatchObject([{ code: 'FINANCE_PENALTY_NOT_OPEN' }]);
    expect(await balances()).toEqual({});
  });

  it('a penalty costs what the standard says on the organisation’s own day of the sanction', async () => {
    const told = new ToldOrganisation(bench.caseHandling, office.tenant, { id: 'manufacturer-yymmcc', version: 1 });
    await told.adopt({});
    await eventually(
      async () =>
        (await office.rows('SELECT a.tenant_id FROM tenant_setting a WHERE a.tenant_id = :tenant')).length === 1,
    );
    const set = (amount: string, validFrom: string) =>
      office.act(
        'setDeductionStandard',
        'SetDeductionStandardInput',
        'set',
        { sanction: SANCTION, fallsOn: 'DEPARTMENT', validFrom, amount: { amount, currency: 'CNY' } },
        office.as('manager'),
      );
    await set('10.00', '2026-01-01');
    await set('20.00', '2026-03-01');
    // One o'clock in the morning of 1 March in Shanghai.
    await sanctioned({ department: 'sales' }, SANCTION, office.openCase(), '2026-02-28T17:00:00.000Z');
    const [penalty] = await drawnUp(1);
    if (penalty === undefined) throw new Error('no penalty');
    expect((await decide('approvePenalty', penalty)).penalty).toMatchObject({ amount: { amount: '20.00' } });
  });

  it('a sanction for which the regulation has no penalty notice is no penalty', async () => {
    const told = new ToldOrganisation(bench.caseHandling, office.tenant, { id: 'manufacturer-yymmcc', version: 1 });
    await told.adopt({});
    await eventually(
      async () =>
        (await office.rows('SELECT a.tenant_id FROM adopted_regulation a WHERE a.tenant_id = :tenant')).length === 1,
    );
    const fakeCase = office.openCase();
    const opened = {
      number: '261101',
      categoryId: newId(),
      categoryCode: 'quality',
      channel: 'PHONE' as const,
      clocks: [],
    };
    await fakeCase.tell(caseOpened, {
      ...fakeCase.key(),
      ...opened,
      customerId: fakeCase.customerId,
      regulation: { id: 'manufacturer-yymmcc', version: 1 },
      receivedAt: now(),
      openedAt: now(),
    });
    await sanctioned({ person: 'worker-2' }, 'administrative-sanction', fakeCase);
    await sanctioned({ person: 'worker-2' }, SANCTION, fakeCase);
    expect(await drawnUp(1)).toHaveLength(1);
    expect(await office.rows('SELECT n.sanction FROM penalty n WHERE n.tenant_id = :tenant')).toEqual([
      { sanction: SANCTION },
    ]);
  });

  it('the loss of a department is that of the last determination of each case', async () => {
    const fakeCase = office.openCase();
    const determine = (department: string, minor?: string, of = fakeCase) =>
      of.tell(responsibilityDetermined, {
        ...of.key(),
        ...{ by: 'qm', at: now(), determinationId: newId(), responsible: 'DEPARTMENT', department },
        ...(minor === undefined ? {} : { loss: { amountMinor: minor, currency: 'CNY' } }),
      });
    await determine('sales', '9900');
    await determine('manufacturing', '5000');
    await determine('manufacturing', '2500', office.openCase());
    await determine('manufacturing', undefined, office.openCase());
    const query =
      '{ lossByDepartment(from: "2020-01-01", to: "2099-12-31", currency: "CNY") { department cases withoutAmount loss { amount } } }';
    const losses = await eventually(async () => {
      const { lossByDepartment } = await office.ask<{ lossByDepartment: { cases: number }[] }>(query);
      return lossByDepartment.length === 1 && lossByDepartment[0]?.cases === 3 ? lossByDepartment : undefined;
    });
    expect(losses).toEqual([{ department: 'manufacturing', cases: 3, withoutAmount: 1, loss: { amount: '75.00' } }]);
  });

  it('the loss of a department stays with it when somebody is blamed in person besides, not when others are', async () => {
    const found = (of: ReturnType<typeof office.openCase>, data: object) =>
      of.tell(responsibilityDetermined, {
        ...{ ...of.key(), by: 'qm', at: now(), determinationId: newId(), responsible: 'PERSON' as const },
        ...data,
      });
    const loss = { amountMinor: '30000', currency: 'CNY' };
    const [beside, named, corrected, elsewhere] = Array.from({ length: 4 }, () => office.openCase());
    if (!beside || !named || !corrected || !elsewhere) throw new Error('four cases');
    for (const each of [beside, named, corrected, elsewhere]) {
      await found(each, { responsible: 'DEPARTMENT', department: 'manufacturing', loss });
    }
    await found(beside, {});
    await found(named, { department: 'manufacturing' });
    await found(corrected, { department: 'sales' });
    await found(elsewhere, { responsible: 'SUPPLIER' });
    // What a case tells is heard in its order: once its claim is known, so is what was determined before.
    for (const each of [beside, named, corrected, elsewhere]) {
      const amount = { amountMinor: '100', currency: 'CNY' };
      await each.tell(supplierClaimOpened, { ...each.key(), by: 'gm', at: now(), claimId: newId(), amount });
    }
    await eventually(async () => {
      const { supplierClaims } = await office.ask<{ supplierClaims: { nodes: object[] } }>(
        '{ supplierClaims { nodes { state } } }',
      );
      return supplierClaims.nodes.length === 4;
    });
    const query =
      '{ lossByDepartment(from: "2020-01-01", to: "2099-12-31", currency: "CNY") { department cases loss { amount } } }';
    expect((await office.ask<{ lossByDepartment: object[] }>(query)).lossByDepartment).toEqual([
      { department: 'manufacturing', cases: 2, loss: { amount: '600.00' } },
      { department: 'sales', cases: 1, loss: { amount: '0.00' } },
    ]);
  });

  it('a claim on a supplier is booked when it is agreed and when it is paid, and taken back when it is rejected after all', async () => {
    const [paid, dropped] = [newId(), newId()];
    const fakeCase = office.openCase();
    const claim = (claimId: string, minor: string) =>
      fakeCase.tell(supplierClaimOpened, {
        ...fakeCase.key(),
        by: 'gm',
        at: now(),
        claimId,
        amount: { amountMinor: minor, currency: 'CNY' },
      });
    const decided = (claimId: string, state: 'AGREED' | 'REJECTED' | 'PAID') =>
      fakeCase.tell(supplierClaimDecided, { ...fakeCase.key(), by: 'gm', at: now(), claimId, state });
    await claim(paid, '3000');
    await claim(dropped, '700');
    await decided(dropped, 'AGREED');
    await decided(dropped, 'REJECTED');
    await decided(paid, 'AGREED');
    await decided(paid, 'PAID');
    await eventually(async () => (await balances())['RECEIPTS_CLEARING'] === '30.00');
    expect(await balances()).toEqual({
      RECEIPTS_CLEARING: '30.00',
      SUPPLIER_CLAIMS: '0.00',
      SUPPLIER_RECOVERIES: '30.00',
    });
    type Data = { supplierClaims: { nodes: { state: string }[] } };
    expect(
      (await office.ask<Data>('{ supplierClaims { nodes { state amount { amount } } } }')).supplierClaims.nodes
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['PAID', 'REJECTED']);
  });
});
