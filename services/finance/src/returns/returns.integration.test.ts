import { newId } from '@redress/kernel';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { ReturnsOffice } from '../test-bench/returns-office';
import { codesOf, only } from '../test-bench/returns-seen';

describe('goods that come back', () => {
  let bench: FinanceBench;
  let office: ReturnsOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    office = new ReturnsOffice(bench);
    await office.adoptManufacturer();
    await office.knowsRegulation();
  });
  afterEach(async () => {
    expect(await office.discrepancies()).toEqual([]);
  });

  describe('when a settlement lets them', () => {
    it('authorises its quantities, or what was bought where it names none', async () => {
      const orderNumber = await office.bought(['10', '100.00'], ['4', '60.00']);
      const { settlement, returned } = await office.promised([
        { orderNumber, quantity: '3', minor: 3000 },
        { orderNumber, lineNumber: 2, minor: 6000 },
      ]);
      expect(returned.number).toBe(settlement.number.replace('S', 'R'));
      expect(returned).toMatchObject({
        state: 'AUTHORISED',
        lines: [
          { authorised: '3', received: '0', open: '3', entitled: { amount: '30.00' } },
          { authorised: '4', received: '0', open: '4', entitled: { amount: '60.00' } },
        ],
      });
    });

    it('does not approve the money before they are reconciled, where the regulation matches both', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '3', minor: 3000 }]);
      const person = await office.businessManager();
      expect(codesOf(await office.approve(settlement, { person }))).toContain('FINANCE_RETURN_NOT_RECONCILED');
      await office.receive([{ returnNumber: returned.number, quantity: '3' }]);
      expect(codesOf(await office.approve(settlement, { person }))).toContain('FINANCE_RETURN_NOT_RECONCILED');
      const seen = await office.inspectAll(await office.returnOf(settlement));
      expect((await office.reconcile(seen)).return).toMatchObject({
        state: 'RECONCILED',
        lines: [{ outcome: 'EQUAL', posted: '3', postedAmount: { amount: '30.00' }, open: '0' }],
      });
      const codes = codesOf(await office.approve(settlement, { person }));
      // The evidence that the regulation asks for besides is another matter.
      expect(codes).toEqual(['FINANCE_EVIDENCE_MISSING']);
      expect(await office.settlementNow(settlement)).toMatchObject({ amount: { amount: '30.00' }, version: 2 });
    });

    it('holds what came after the settlement came to nothing', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '3', minor: 3000 }]);
      await office.receive([{ returnNumber: returned.number, quantity: '2' }]);
      expect(codesOf(await office.reject(settlement, 'wrong article'))).toEqual([]);
      const after = await office.returnOf(settlement);
      expect(after).toMatchObject({ state: 'CANCELLED', lines: [{ open: '0' }] });
      expect(after.exceptions).toMatchObject([{ kind: 'CANCELLED_WITH_GOODS', state: 'OPEN', quantity: '2' }]);
      const later = await office.receive([{ returnNumber: returned.number, quantity: '1' }]);
      expect(later.receipt?.lines).toMatchObject([{ allocated: '0', unallocated: '1' }]);
      expect((await office.queue()).map(({ kind }) => kind).sort()).toEqual([
        'CANCELLED_WITH_GOODS',
        'UNEXPECTED_GOODS',
      ]);
    });
  });

  const giveUp = async ({ id: settlementId }: { readonly id: string }) => {
    const { version: expectedVersion } = await office.settlementNow({ id: settlementId });
    const input = { settlementId, expectedVersion, idempotencyKey: newId(), reason: 'gone abroad' };
    const query = `mutation ($input: GiveUpPayoutInput!) {
      giveUpPayout(input: $input) { settlement { state } userErrors { code path } } }`;
    type Data = { giveUpPayout: { settlement: { state: string } | null } };
    const { data } = await bench.ask<Data>(office.as('finance'), query, { input });
    expect(data.giveUpPayout.settlement).toEqual({ state: 'FAILED' });
  };

  it('differ from nothing that was paid once the settlement is given up', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '2', minor: 2000 }], { regulated: false });
    expect(codesOf(await office.approve(settlement))).toEqual([]);
    await office.receive([{ orderNumber, lineNumber: 1, quantity: '1' }]);
    const seen = await office.inspectAll(await office.returnOf(settlement));
    const { return: posted } = await office.reconcile(seen, { nothingMoreExpected: true });
    expect(posted?.exceptions).toMatchObject([{ kind: 'PAID_DIFFERS', state: 'OPEN' }]);
    await giveUp(settlement);
    const { state, exceptions } = await office.returnOf(settlement);
    expect([state, ...exceptions.map(({ kind, state: now }) => `${kind} ${now}`).sort()]).toEqual([
      ...['CANCELLED', 'CANCELLED_WITH_GOODS OPEN', 'PAID_DIFFERS CORRECTED'],
    ]);
  });

  it('are expected no more for a settlement that is given up, and held as far as they came', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const promise = [{ orderNumber, quantity: '3', minor: 3000 }];
    const { settlement, returned } = await office.promised(promise, { regulated: false });
    await office.receive([{ returnNumber: returned.number, quantity: '2' }]);
    expect(codesOf(await office.approve(settlement))).toEqual([]);
    await giveUp(settlement);
    const after = await office.returnOf(settlement);
    expect(after).toMatchObject({ state: 'CANCELLED', lines: [{ open: '0' }] });
    expect(after.exceptions).toMatchObject([{ kind: 'CANCELLED_WITH_GOODS', state: 'OPEN', quantity: '2' }]);
    const anew = await office.promised(promise, { regulated: false });
    await office.receive([{ orderNumber, lineNumber: 1, quantity: '1' }]);
    expect((await office.returnOf(anew.settlement)).lines).toMatchObject([{ received: '1' }]);
  });

  describe('when another quantity comes', () => {
    it('posts less as it came, in proportion to the cent, and gives the rest back to the ceiling', async () => {
      const orderNumber = await office.bought(['3', '100.00']);
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '3', minor: 10000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '2' }]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      expect(codesOf(await office.reconcile(seen))).toEqual(['FINANCE_RETURN_INCOMPLETE']);
      const { return: posted } = await office.reconcile(seen, { nothingMoreExpected: true });
      expect(posted?.lines).toMatchObject([{ outcome: 'LESS', posted: '2', postedAmount: { amount: '66.67' } }]);
      expect(await office.settlementNow(settlement)).toMatchObject({ amount: { amount: '66.67' }, version: 3 });
      expect(await office.remaining(orderNumber)).toBe('33.33');
      expect(returned.version).toBe(1);
    });

    it('posts more within the ratio as it came, once the warehouse was told to sign for it', async () => {
      const orderNumber = await office.bought(['200', '2000.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '100', minor: 100_000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '105' }]);
      const held = await office.inspectAll(await office.returnOf(settlement));
      expect(held.exceptions).toMatchObject([{ kind: 'QUANTITY_DIFFERS', quantity: '5', state: 'OPEN' }]);
      expect(codesOf(await office.reconcile(held))).toEqual(['FINANCE_RETURN_EXCEPTION_OPEN']);
      const [exception] = held.exceptions;
      if (exception === undefined) throw new Error('nothing is held');
      expect(codesOf(await office.resolve(exception, 'ACCEPTED'))).toEqual([]);
      const { return: posted } = await office.reconcile(await office.returnOf(settlement));
      expect(posted?.lines).toMatchObject([
        { outcome: 'WITHIN_TOLERANCE', posted: '105', postedAmount: { amount: '1050.00' } },
      ]);
      expect(await office.remaining(orderNumber)).toBe('950.00');
    });

    it('gives no more for more goods than the ceiling has left', async () => {
      const orderNumber = await office.bought(['100', '1000.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '100', minor: 98_000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '105' }]);
      const held = await office.inspectAll(await office.returnOf(settlement));
      const [exception] = held.exceptions;
      if (exception === undefined) throw new Error('nothing is held');
      await office.resolve(exception, 'ACCEPTED');
      const answer = await office.reconcile(await office.returnOf(settlement));
      expect(codesOf(answer)).toEqual([]);
      expect(answer.return?.lines).toMatchObject([{ posted: '105', postedAmount: { amount: '1000.00' } }]);
      expect(await office.remaining(orderNumber)).toBe('0.00');
    });

    it('holds more than the ratio, with an owner, until another person than the one who signed decides', async () => {
      const orderNumber = await office.bought(['200', '2000.00']);
      const { settlement, fakeCase } = await office.promised([{ orderNumber, quantity: '100', minor: 100_000 }]);
      const signer = office.as('finance', { subject: 'signs-and-decides' });
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '110' }], { person: signer });
      const held = await office.inspectAll(await office.returnOf(settlement));
      const [exception] = held.exceptions;
      if (exception === undefined) throw new Error('nothing is held');
      expect(exception).toMatchObject({ kind: 'OVER_RECEIPT', quantity: '10', owner: fakeCase.proposedBy });
      expect(codesOf(await office.resolve(exception, 'ACCEPTED', { person: signer }))).toEqual([
        'FINANCE_RETURN_FOUR_EYES',
      ]);
      expect(codesOf(await office.resolve(exception, 'ACCEPTED', { reason: ' ' }))).toEqual([
        'FINANCE_RETURN_REASON_REQUIRED',
      ]);
      expect(codesOf(await office.resolve(exception, 'ACCEPTED'))).toEqual([]);
      expect(codesOf(await office.resolve(exception, 'ACCEPTED'))).toEqual(['FINANCE_RETURN_EXCEPTION_DECIDED']);
      const { return: posted } = await office.reconcile(await office.returnOf(settlement));
      expect(posted?.lines).toMatchObject([
        { outcome: 'EXCEPTION', posted: '110', postedAmount: { amount: '1100.00' } },
      ]);
    });

    it.each([
      ['RETURNED_TO_CUSTOMER', { received: '110', setAside: '10' }],
      ['WRITTEN_OFF', { received: '110', setAside: '10' }],
      ['CORRECTED', { received: '100', setAside: '0' }],
    ] as const)('posts what was authorised when the surplus is %s', async (resolution, quantities) => {
      const orderNumber = await office.bought(['200', '2000.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '100', minor: 100_000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '60' }]);
      const last = await office.receive([{ orderNumber, lineNumber: 1, quantity: '50' }]);
      const [exception] = (await office.returnOf(settlement)).exceptions;
      if (exception === undefined) throw new Error('nothing is held');
      expect(codesOf(await office.resolve(exception, resolution))).toEqual([]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      const { return: posted } = await office.reconcile(seen);
      expect(posted?.lines).toMatchObject([
        { ...quantities, outcome: 'EQUAL', posted: '100', postedAmount: { amount: '1000.00' } },
      ]);
      const counted = posted?.lines[0]?.receipts.map(({ quantity }) => Number(quantity)) ?? [];
      expect(counted.reduce((sum, each) => sum + each, 0)).toBe(Number(quantities.received));
      expect(last.userErrors).toEqual([]);
    });

    it('shrinks the parts of taxes with the line that they belong to, to the cent', async () => {
      const orderNumber = `O-${newId().slice(-10)}`;
      const tax = { kind: 'TAX', code: 'VAT', paid: { amount: '13.00', currency: 'CNY' } };
      const line = { lineNumber: 1, description: 'valve', quantity: '3', paid: { amount: '100.00', currency: 'CNY' } };
      await office.register({ orderNumber, lines: [{ ...line, charges: [tax] }] });
      const { settlement } = await office.promised([
        { orderNumber, quantity: '3', minor: 10_000 },
        { orderNumber, charge: 'VAT', minor: 1_300 },
      ]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '1' }]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      const { return: posted } = await office.reconcile(seen, { nothingMoreExpected: true });
      expect(posted?.lines).toMatchObject([{ entitled: { amount: '113.00' }, postedAmount: { amount: '37.67' } }]);
      const query = 'query ($id: ID!) { settlement(id: $id) { parts { amount { amount } quantity } } }';
      const { data } = await bench.ask(office.as('finance'), query, { id: settlement.id });
      expect(data).toEqual({
        settlement: {
          parts: [
            { amount: { amount: '33.34' }, quantity: '1' },
            { amount: { amount: '4.33' }, quantity: null },
          ],
        },
      });
    });

    it('pays for nothing when nothing came', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { returned } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      const answer = await office.reconcile(returned, { nothingMoreExpected: true });
      expect(codesOf(answer)).toEqual(['FINANCE_RETURN_NOTHING_CAME']);
    });
  });

  describe('when nobody expects them', () => {
    it('keeps them visible until they are counted on a line after all', async () => {
      const orderNumber = await office.bought(['10', '100.00'], ['5', '50.00']);
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '3', minor: 3000 }]);
      const receipt = await office.receive([
        { product: 'P-1', quantity: '1' },
        { returnNumber: returned.number, product: 'P-2', quantity: '2' },
      ]);
      expect(receipt.receipt?.lines).toMatchObject([{ unallocated: '1' }, { unallocated: '2' }]);
      const [unexpected, mismatched] = await office.queue();
      expect([unexpected, mismatched]).toMatchObject([
        { kind: 'UNEXPECTED_GOODS', quantity: '1', owner: 'warehouse-1' },
        { kind: 'MISMATCHED_LINE', quantity: '2' },
      ]);
      if (unexpected === undefined || mismatched === undefined) throw new Error('nothing is held');
      expect(codesOf(await office.resolve(unexpected, 'ACCEPTED'))).toEqual(['FINANCE_RETURN_RESOLUTION_IMPOSSIBLE']);
      const returnLineId = only(returned).id;
      expect(codesOf(await office.resolve(unexpected, 'CORRECTED', { returnLineId }))).toEqual([]);
      expect(codesOf(await office.resolve(mismatched, 'RETURNED_TO_CUSTOMER'))).toEqual([]);
      expect(only(await office.returnOf(settlement))).toMatchObject({ received: '1', open: '2' });
      expect(await office.queue()).toEqual([]);
      expect(await office.queue({ kind: { eq: 'MISMATCHED_LINE' } })).toMatchObject([
        { state: 'RETURNED_TO_CUSTOMER', reason: 'seen and decided' },
      ]);
    });

    it('holds damaged goods; those that go back are not paid for', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      await office.receive([
        { orderNumber, lineNumber: 1, quantity: '8' },
        { orderNumber, lineNumber: 1, quantity: '2', damaged: true },
      ]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      const [damaged] = seen.exceptions;
      if (damaged === undefined) throw new Error('nothing is held');
      expect(damaged).toMatchObject({ kind: 'DAMAGED', quantity: '2' });
      expect(codesOf(await office.resolve(damaged, 'RETURNED_TO_CUSTOMER'))).toEqual([]);
      const { return: posted } = await office.reconcile(await office.returnOf(settlement), {
        nothingMoreExpected: true,
      });
      expect(posted?.lines).toMatchObject([{ outcome: 'LESS', posted: '8', postedAmount: { amount: '80.00' } }]);
    });
  });

  describe('lessons of other systems', () => {
    it('lesson 35: refund, goodwill and return are independent: money without goods, and goods after money', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '2', minor: 2000 }], { regulated: false });
      expect(codesOf(await office.approve(settlement))).toEqual([]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '2' }]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      expect((await office.reconcile(seen)).return).toMatchObject({ state: 'RECONCILED' });
      expect(await office.settlementNow(settlement)).toMatchObject({ amount: { amount: '20.00' } });
      const refund = await office.released(1000, orderNumber);
      expect(codesOf(await office.approve(refund.settlement))).toEqual([]);
    });

    it('lesson 35: what was paid before other goods came than promised is held, and no money moves by itself', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '2', minor: 2000 }], { regulated: false });
      expect(codesOf(await office.approve(settlement))).toEqual([]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '1' }]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      const { return: after } = await office.reconcile(seen, { nothingMoreExpected: true });
      expect(after).toMatchObject({ state: 'RECONCILED', exceptions: [{ kind: 'PAID_DIFFERS', state: 'OPEN' }] });
      expect(await office.settlementNow(settlement)).toMatchObject({ amount: { amount: '20.00' } });
    });

    it('lets only one of several people set what is given when none saw what the others set', async () => {
      const answers = await Promise.all(
        ['50', '40', '30', '20'].map((scrapPercent) => office.setPolicy({ scrapPercent })),
      );
      expect(answers.flatMap(codesOf).sort()).toEqual(Array(3).fill('VERSION_CONFLICT'));
      expect(answers.filter(({ policy }) => policy?.version === 1)).toHaveLength(1);
    });

    it('lesson 36: what is given for damaged goods is the policy of the organisation', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      expect(codesOf(await office.setPolicy({ scrapPercent: '50' }))).toEqual([]);
      expect(codesOf(await office.setPolicy({ scrapPercent: '40' }))).toEqual(['VERSION_CONFLICT']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '10' }]);
      const came = await office.returnOf(settlement);
      const lineId = only(came).id;
      const { return: seen } = await office.inspect(came, [
        { lineId, resale: '5', scrap: '3', backToCustomer: '2', findings: 'three are cracked' },
      ]);
      if (seen === null) throw new Error('not inspected');
      const { return: posted } = await office.reconcile(seen);
      // 5 in full, 3 by half, 2 not at all.
      expect(posted?.lines).toMatchObject([{ outcome: 'EQUAL', posted: '10', postedAmount: { amount: '65.00' } }]);
      expect(await office.remaining(orderNumber)).toBe('35.00');
    });

    it('lesson 41: goods hit the line that they name, however equal another is', async () => {
      const orderNumber = await office.bought(['5', '50.00'], ['5', '75.00']);
      const { settlement } = await office.promised([
        { orderNumber, quantity: '5', minor: 5000 },
        { orderNumber, lineNumber: 2, quantity: '5', minor: 7500 },
      ]);
      await office.receive([{ orderNumber, lineNumber: 2, quantity: '5' }]);
      const { lines } = await office.returnOf(settlement);
      expect(lines.map(({ received }) => received)).toEqual(['0', '5']);
      await office.receive([{ orderNumber, lineNumber: 2, quantity: '1' }]);
      const after = await office.returnOf(settlement);
      expect(after.lines.map(({ received }) => received)).toEqual(['0', '6']);
      expect(after.exceptions).toMatchObject([{ kind: 'OVER_RECEIPT', quantity: '1' }]);
    });

    it('lesson 41: a surplus that belongs on another line of the return is moved there, and nothing is lost', async () => {
      const orderNumber = await office.bought(['5', '50.00'], ['5', '75.00']);
      const { settlement } = await office.promised([
        { orderNumber, quantity: '5', minor: 5000 },
        { orderNumber, lineNumber: 2, quantity: '5', minor: 7500 },
      ]);
      await office.receive([{ orderNumber, lineNumber: 2, quantity: '4' }]);
      await office.receive([{ orderNumber, lineNumber: 2, quantity: '3' }]);
      const { exceptions, lines } = await office.returnOf(settlement);
      const [surplus] = exceptions;
      const [first, second] = lines;
      if (surplus === undefined || first === undefined || second === undefined) throw new Error('nothing is held');
      const self = await office.resolve(surplus, 'CORRECTED', { returnLineId: second.id });
      expect(codesOf(self)).toEqual(['NOT_FOUND']);
      expect(codesOf(await office.resolve(surplus, 'CORRECTED', { returnLineId: first.id }))).toEqual([]);
      const after = await office.returnOf(settlement);
      expect(after.lines.map(({ received, receipts }) => [received, receipts.map(({ quantity }) => quantity)])).toEqual(
        [
          ['2', ['2']],
          ['5', ['4', '1']],
        ],
      );
      expect(await office.queue()).toEqual([]);
    });

    it('lesson 42: what is open is said in one place, and agrees with the receipts', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      for (const quantity of ['1.5', '2.25', '3']) await office.receive([{ returnNumber: returned.number, quantity }]);
      const line = only(await office.returnOf(settlement));
      const [{ counted } = { counted: '' }] = await office.reader().query<{ counted: string }>(
        `SELECT SUM(c.quantity) AS counted FROM receipt_allocation c
         WHERE c.tenant_id = :tenantId`,
      );
      expect(line).toMatchObject({ received: '6.75', open: '3.25' });
      expect(Number(counted)).toBe(6.75);
    });

    it('lesson 43: one receipt serves returns of several deliveries, one line is served by several receipts', async () => {
      const first = await office.bought(['4', '40.00']);
      const second = await office.bought(['6', '60.00']);
      const one = await office.promised([{ orderNumber: first, quantity: '4', minor: 4000 }]);
      const { settlement } = await office.promised([{ orderNumber: second, quantity: '6', minor: 6000 }]);
      await office.receive([
        { orderNumber: first, lineNumber: 1, quantity: '4' },
        { orderNumber: second, lineNumber: 1, quantity: '5' },
      ]);
      await office.receive([{ orderNumber: second, lineNumber: 1, quantity: '1' }]);
      expect(only(await office.returnOf(one.settlement))).toMatchObject({ received: '4', open: '0' });
      const line = only(await office.returnOf(settlement));
      expect(line).toMatchObject({ received: '6', open: '0' });
      expect(line.receipts.map(({ quantity }) => quantity)).toEqual(['5', '1']);
    });
  });

  it('reports a period that adds up, in quantities and in money', async () => {
    const orderNumber = await office.bought(['10', '100.00'], ['10', '200.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '5', minor: 5000 }]);
    await office.promised([{ orderNumber, lineNumber: 2, quantity: '4', minor: 8000 }]);
    await office.receive([
      { orderNumber, lineNumber: 1, quantity: '4' },
      { orderNumber, lineNumber: 2, quantity: '1' },
      { product: 'P-9', quantity: '7' },
    ]);
    await office.reconcile(await office.inspectAll(await office.returnOf(settlement)), { nothingMoreExpected: true });
    const query = `{ returnsReport(from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z") {
      returned { currency authorised received setAside inspected open short surplus posted entitledAmount { amount }
        postedAmount { amount } reducedAmount { amount } increasedAmount { amount } pendingAmount { amount }
        cancelledAmount { amount } }
      received { receipts quantity allocated corrected setAside unallocated } exceptions { kind state count } } }`;
    const { data } = await bench.ask<{ returnsReport: object }>(office.as('auditor'), query);
    expect(data.returnsReport).toEqual({
      returned: [
        {
          ...{ currency: 'CNY', authorised: '9', received: '5', setAside: '0', inspected: '4' },
          ...{ open: '3', short: '1', surplus: '0', posted: '4' },
          ...{ entitledAmount: { amount: '130.00' }, postedAmount: { amount: '40.00' } },
          ...{ reducedAmount: { amount: '10.00' }, increasedAmount: { amount: '0.00' } },
          ...{ pendingAmount: { amount: '80.00' }, cancelledAmount: { amount: '0.00' } },
        },
      ],
      received: { receipts: 1, quantity: '12', allocated: '5', corrected: '0', setAside: '0', unallocated: '7' },
      exceptions: [{ kind: 'UNEXPECTED_GOODS', state: 'OPEN', count: 1 }],
    });
  });
});
