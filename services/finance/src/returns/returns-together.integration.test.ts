import { newId } from '@redress/kernel';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { ReturnsOffice } from '../test-bench/returns-office';
import { codesOf, only } from '../test-bench/returns-seen';

describe('goods that come back, when many act', () => {
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

  it('counts two receipts at once on one line, each once', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
    const receipts = await Promise.all(
      Array.from({ length: 10 }, () => office.receive([{ orderNumber, lineNumber: 1, quantity: '1' }])),
    );
    expect(receipts.flatMap(codesOf)).toEqual([]);
    expect(only(await office.returnOf(settlement))).toMatchObject({ received: '10', open: '0' });
  });

  it('posts once when several reconcile, and never what comes at the same time unseen', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
    await office.receive([{ orderNumber, lineNumber: 1, quantity: '4' }]);
    const seen = await office.inspectAll(await office.returnOf(settlement));
    const [receipt, ...answers] = await Promise.all([
      office.receive([{ orderNumber, lineNumber: 1, quantity: '3' }]),
      ...[1, 2, 3].map(() => office.reconcile(seen, { nothingMoreExpected: true })),
    ]);
    const posted = answers.filter(({ userErrors }) => userErrors.length === 0);
    const [goods] = receipt.receipt?.lines ?? [];
    // Either the goods were first, and what was seen is stale, or they found nothing that expects them.
    expect([posted.length, goods?.allocated]).toEqual(posted.length === 0 ? [0, '3'] : [1, '0']);
    const after = only(await office.returnOf(settlement));
    expect(after.posted).toBe(posted.length === 0 ? null : '4');
    expect((await office.settlementNow(settlement)).amount.amount).toBe(posted.length === 0 ? '100.00' : '40.00');
  });

  it('reads a list in as many statements for many as for one', async () => {
    const read = async () => {
      const query = `{ returnAuthorisations(first: 50) { nodes { number settlement { number } exceptions { kind }
        lines { received inspections { findings } receipts { quantity receipt { reference } } } } } }`;
      const before = bench.statements();
      type Data = { returnAuthorisations: { nodes: unknown[] } };
      const { data, codes } = await bench.ask<Data>(office.as('finance'), query);
      expect(codes).toEqual([]);
      return { count: data.returnAuthorisations.nodes.length, statements: bench.statements() - before };
    };
    const some = async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      await office.promised([{ orderNumber, quantity: '2', minor: 2000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '3' }]);
    };
    await some();
    const one = await read();
    for (let made = 0; made < 3; made += 1) await some();
    const many = await read();
    expect([one.count, many.count]).toEqual([1, 4]);
    expect(many.statements).toBe(one.statements);
  });

  it('records the same receipt once, whoever tells it and how often', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
    const goods = [{ orderNumber, lineNumber: 1, quantity: '2' }];
    const key = newId();
    const told = await Promise.all([
      office.receive(goods, { reference: 'GR-1', key }),
      office.receive(goods, { reference: 'GR-1', key }),
      office.receive(goods, { reference: 'GR-1' }),
      office.receive(goods, { reference: 'GR-1', person: office.as('finance') }),
    ]);
    expect(told.flatMap(codesOf)).toEqual([]);
    expect(told.filter(({ existed, replayed }) => !existed && !replayed)).toHaveLength(1);
    expect(new Set(told.map(({ receipt }) => receipt?.id)).size).toBe(1);
    const other = await office.receive([{ orderNumber, lineNumber: 1, quantity: '3' }], { reference: 'GR-1' });
    expect(codesOf(other)).toEqual(['FINANCE_RECEIPT_CONFLICT']);
    expect(only(await office.returnOf(settlement)).received).toBe('2');
  });

  it('is closed to others: roles, other organisations, customers', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement, returned, fakeCase } = await office.promised([{ orderNumber, quantity: '1', minor: 1000 }]);
    const goods = [{ returnNumber: returned.number, quantity: '1' }];
    for (const role of ['customer', 'agent', 'supervisor', 'manager', 'analyst', 'auditor'] as const) {
      await expect(office.receive(goods, { person: office.as(role) })).rejects.toThrow('FORBIDDEN');
    }
    for (const role of ['customer', 'agent', 'handler', 'supervisor', 'analyst', 'auditor', 'admin'] as const) {
      await expect(office.reconcile(returned, { person: office.as(role) })).rejects.toThrow('FORBIDDEN');
    }
    const customer = office.as('customer', { customer: fakeCase.customerId });
    await expect(office.returnOf(settlement, customer)).rejects.toThrow('no return');
    const stranger = new ReturnsOffice(bench);
    const theirs = await stranger.receive(goods);
    expect(theirs.receipt?.lines).toMatchObject([{ allocated: '0', unallocated: '1' }]);
    expect(codesOf(await stranger.reconcile(returned))).toEqual(['NOT_FOUND']);
    const inspected = await stranger.inspect(returned, [{ lineId: only(returned).id, resale: '1' }]);
    expect(codesOf(inspected)).toEqual(['NOT_FOUND']);
    const [held] = await stranger.queue();
    if (held === undefined) throw new Error('nothing is held');
    expect(codesOf(await office.resolve(held, 'CORRECTED'))).toEqual(['NOT_FOUND']);
    const ours = await stranger.resolve(held, 'CORRECTED', { returnLineId: only(returned).id });
    expect(codesOf(ours)).toEqual(['NOT_FOUND']);
  });

  it('refuses to inspect more than came, and to reconcile what was not looked at', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '2', minor: 2000 }]);
    await office.receive([{ orderNumber, lineNumber: 1, quantity: '2' }]);
    const came = await office.returnOf(settlement);
    const lineId = only(came).id;
    expect(codesOf(await office.inspect(came, [{ lineId, resale: '2', scrap: '0.5' }]))).toEqual([
      'FINANCE_RETURN_INSPECTED_TOO_MUCH',
    ]);
    expect(codesOf(await office.reconcile(came))).toEqual(['FINANCE_RETURN_NOT_INSPECTED']);
    expect(codesOf(await office.reconcile({ ...came, version: 1 }))).toEqual(['VERSION_CONFLICT']);
  });
});
