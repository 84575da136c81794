import { fromGlobalId } from '@redress/graphql-runtime';
import { fixedClock, newId } from '@redress/kernel';
import { logger } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { ReturnsOffice } from '../test-bench/returns-office';
import { codesOf, only, type ReturnSeen } from '../test-bench/returns-seen';
import { returnExceptionsInMysql } from './adapters/return-exception.repository-mysql';
import { returnsInMysql } from './adapters/return.repository-mysql';
import { raiseOverdue } from './raise-overdue/raise-overdue.handler';
import { overdueSweep } from './raise-overdue/raise-overdue.job';

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

  it('lets nobody release the money for goods that they matched, also where the promise stays as it was', async () => {
    const orderNumber = await office.bought(['10', '100.00']);
    const { settlement } = await office.promised([{ orderNumber, quantity: '2', minor: 2000 }]);
    await office.receive([{ orderNumber, lineNumber: 1, quantity: '2' }]);
    const person = office.as('finance', { subject: 'matches-goods' });
    const seen = await office.inspectAll(await office.returnOf(settlement));
    const { return: posted } = await office.reconcile(seen, { person });
    expect(posted).toMatchObject({ state: 'RECONCILED', lines: [{ outcome: 'EQUAL' }] });
    const separation = 'FINANCE_SEPARATION_OF_DUTIES';
    expect(codesOf(await office.approve(settlement, { person }))).toEqual([separation]);
    expect(codesOf(await office.approve(settlement))).not.toContain(separation);
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

  describe('what is missing too long', () => {
    const sweeping = (days = 31) => ({
      ...{ database: bench.database, logger, clock: fixedClock(new Date(Date.now() + days * 86_400_000)) },
      ...{ returns: returnsInMysql, exceptions: returnExceptionsInMysql },
    });

    it('is asked after once, and that ends when it comes', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '4' }]);
      const sweep = overdueSweep(sweeping());
      await sweep();
      await sweep();
      expect((await office.returnOf(settlement)).exceptions).toMatchObject([
        { kind: 'SHORT_AND_OVERDUE', state: 'OPEN', quantity: '6' },
      ]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '6' }]);
      expect((await office.returnOf(settlement)).exceptions).toMatchObject([
        { kind: 'SHORT_AND_OVERDUE', state: 'CORRECTED' },
      ]);
    });

    it('is asked after no more when a later day was set while another look was on its way', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      const sweep = overdueSweep(sweeping());
      await sweep();
      const [missing] = (await office.returnOf(settlement)).exceptions;
      if (missing === undefined) throw new Error('nothing is missing');
      expect(codesOf(await office.resolve(missing, 'CORRECTED'))).toEqual([]);
      const id = fromGlobalId('ReturnAuthorisation', returned.id) ?? '';
      const seenBefore = { ...returnsInMysql, overdue: () => Promise.resolve([{ id, since: new Date(0) }]) };
      await raiseOverdue(office.tenant, { ...sweeping(29), returns: seenBefore });
      expect((await office.returnOf(settlement)).exceptions).toMatchObject([{ state: 'CORRECTED' }]);
      await sweep();
      expect((await office.returnOf(settlement)).exceptions.map(({ state }) => state).sort()).toEqual([
        'CORRECTED',
        'OPEN',
      ]);
    });

    it('is asked after in every other return when one fails, and in that one in the next round', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const promise = () => office.promised([{ orderNumber, quantity: '2', minor: 2000 }]);
      const first = await promise();
      const others = [await promise(), await promise()];
      const poisoned = fromGlobalId('ReturnAuthorisation', first.returned.id);
      const lock: typeof returnsInMysql.lock = (tx, id) =>
        id === poisoned ? Promise.reject(new Error('unreadable')) : returnsInMysql.lock(tx, id);
      const asked = async () => {
        const all = await Promise.all([first, ...others].map(({ settlement }) => office.returnOf(settlement)));
        return all.map(({ exceptions }) => exceptions.length);
      };
      await overdueSweep({ ...sweeping(), returns: { ...returnsInMysql, lock } })();
      expect(await asked()).toEqual([0, 1, 1]);
      await overdueSweep(sweeping())();
      expect(await asked()).toEqual([1, 1, 1]);
    });

    it('is asked after in every other organisation when that of one fails', async () => {
      const offices = [office, new ReturnsOffice(bench), new ReturnsOffice(bench)];
      const settlements = await Promise.all(
        offices.map(async (each) => {
          const orderNumber = await each.bought(['10', '100.00']);
          return (await each.promised([{ orderNumber, quantity: '2', minor: 2000 }], { regulated: false })).settlement;
        }),
      );
      const [unreadable] = offices.map(({ tenant }) => tenant).sort();
      const overdue: typeof returnsInMysql.overdue = (reader, ...rest) =>
        reader.tenantId === unreadable
          ? Promise.reject(new Error('unreadable'))
          : returnsInMysql.overdue(reader, ...rest);
      await overdueSweep({ ...sweeping(), returns: { ...returnsInMysql, overdue } })();
      const asked = await Promise.all(
        settlements.map(async (settlement, index) => (await offices[index]?.returnOf(settlement))?.exceptions.length),
      );
      expect(asked).toEqual(offices.map(({ tenant }) => (tenant === unreadable ? 0 : 1)));
    });
  });

  describe('what was decided about them', () => {
    it('is to be seen by whoever looks at the goods or posts them next', async () => {
      const orderNumber = await office.bought(['200', '2000.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '100', minor: 100_000 }]);
      await office.receive([{ orderNumber, lineNumber: 1, quantity: '105' }]);
      const seen = await office.inspectAll(await office.returnOf(settlement));
      const [differs] = seen.exceptions;
      if (differs === undefined) throw new Error('nothing is held');
      expect(codesOf(await office.resolve(differs, 'ACCEPTED'))).toEqual([]);
      expect(codesOf(await office.reconcile(seen))).toEqual(['VERSION_CONFLICT']);
      const again = await office.inspect(seen, [{ lineId: only(seen).id, scrap: '1' }]);
      expect(codesOf(again)).toEqual(['VERSION_CONFLICT']);
      const now = await office.returnOf(settlement);
      expect(now.version).toBe(seen.version + 1);
      expect(codesOf(await office.reconcile(now))).toEqual([]);
    });

    it('is to be seen by whoever decides about something else of the same return, when they ask for it', async () => {
      const orderNumber = await office.bought(['20', '200.00']);
      const { settlement } = await office.promised([{ orderNumber, quantity: '10', minor: 10_000 }]);
      await office.receive([
        { orderNumber, lineNumber: 1, quantity: '8' },
        { orderNumber, lineNumber: 1, quantity: '4', damaged: true },
      ]);
      const { version: expectedReturnVersion, exceptions } = await office.returnOf(settlement);
      const over = exceptions.find(({ kind }) => kind === 'OVER_RECEIPT');
      const damaged = exceptions.find(({ kind }) => kind === 'DAMAGED');
      if (over === undefined || damaged === undefined) throw new Error('nothing is held');
      expect(codesOf(await office.resolve(over, 'WRITTEN_OFF', { expectedReturnVersion }))).toEqual([]);
      // Of the same pieces: who has not seen that two of them are set aside would set them aside again.
      const late = await office.resolve(damaged, 'RETURNED_TO_CUSTOMER', { expectedReturnVersion });
      expect(late.userErrors).toEqual([{ code: 'VERSION_CONFLICT', path: ['input', 'expectedReturnVersion'] }]);
      const now = await office.returnOf(settlement);
      expect(only(now)).toMatchObject({ received: '12', setAside: '2' });
      const seen = { expectedReturnVersion: now.version };
      expect(codesOf(await office.resolve(damaged, 'ACCEPTED', seen))).toEqual([]);
      expect((await office.returnOf(settlement)).version).toBe(now.version + 1);
    });
  });

  describe('of a return that was cancelled', () => {
    /** Two pieces came for a return whose settlement was rejected; the one that was looked at is sold again. */
    const cancelled = async (orderNumber: string, { damaged = false } = {}) => {
      const { settlement, returned } = await office.promised([{ orderNumber, quantity: '3', minor: 3000 }]);
      const person = office.as('finance', { subject: 'signed-for-them' });
      await office.receive([{ returnNumber: returned.number, quantity: '2', damaged }], { person });
      await office.inspect(await office.returnOf(settlement), [{ lineId: only(returned).id, resale: '1' }]);
      expect(codesOf(await office.reject(settlement, 'wrong price'))).toEqual([]);
      const after = await office.returnOf(settlement);
      const held = after.exceptions.find(({ kind }) => kind === 'CANCELLED_WITH_GOODS');
      if (held === undefined) throw new Error('nothing is held');
      return { settlement, returned: after, held, person };
    };

    it('are taken over by the return of the new promise, once, with their receipts and what was found', async () => {
      const orderNumber = await office.bought(['10', '100.00'], ['10', '100.00']);
      const before = await cancelled(orderNumber);
      const anew = await office.promised([{ orderNumber, quantity: '3', minor: 3000 }]);
      const other = await office.promised([{ orderNumber, lineNumber: 2, quantity: '3', minor: 3000 }]);
      const { held, person } = before;
      const onto = (returned: ReturnSeen) => ({ returnLineId: only(returned).id });
      const refused = [
        await office.resolve(held, 'CORRECTED'),
        await office.resolve(held, 'CORRECTED', onto(before.returned)),
        await office.resolve(held, 'CORRECTED', onto(other.returned)),
        await office.resolve(held, 'CORRECTED', { ...onto(anew.returned), person }),
      ];
      expect(refused.flatMap(codesOf)).toEqual([
        'FINANCE_RETURN_LINE_REQUIRED',
        'FINANCE_RETURN_NOT_OPEN',
        'FINANCE_RETURN_LINE_OF_OTHER_GOODS',
        'FINANCE_RETURN_FOUR_EYES',
      ]);
      const second = await office.promised([{ orderNumber, quantity: '3', minor: 3000 }]);
      const answers = await Promise.all([
        office.resolve(held, 'CORRECTED', onto(anew.returned)),
        office.resolve(held, 'CORRECTED', onto(second.returned)),
      ]);
      expect(answers.flatMap(codesOf)).toEqual(['FINANCE_RETURN_EXCEPTION_DECIDED']);
      const { settlement } = codesOf(answers[0]).length === 0 ? anew : second;
      const after = await office.returnOf(settlement);
      expect(only(after)).toMatchObject({ received: '2', open: '1', inspected: { total: '1' } });
      expect(only(after).receipts.map(({ quantity }) => quantity)).toEqual(['2']);
      const left = await office.returnOf(before.settlement);
      expect(only(left)).toMatchObject({ received: '0', inspected: { total: '0' }, receipts: [] });
      expect([after.version, left.version]).toEqual([2, before.returned.version + 1]);
      expect(await office.queue()).toEqual([]);

      const query = `query ($where: ReturnExceptionWhereInput) { returnExceptions(where: $where) { nodes {
        reason resolvedBy return { number } countedOn { return { number } } } } }`;
      const where = { countedOn: { eq: only(after).id } };
      const { data } = await bench.ask(office.as('auditor'), query, { where });
      const trail = { reason: 'seen and decided', resolvedBy: expect.any(String) as string };
      const ends = { return: { number: before.returned.number }, countedOn: { return: { number: after.number } } };
      expect(data).toEqual({ returnExceptions: { nodes: [{ ...trail, ...ends }] } });

      const looked = await office.inspect(after, [{ lineId: only(after).id, scrap: '1' }]);
      if (looked.return === null) throw new Error('not inspected');
      const posted = await office.reconcile(looked.return, { nothingMoreExpected: true });
      expect(posted.return?.lines).toMatchObject([{ posted: '2', postedAmount: { amount: '20.00' } }]);
    });

    it('are a matter of the new return where they are damaged, or more than it expects', async () => {
      const orderNumber = await office.bought(['10', '100.00']);
      const before = await cancelled(orderNumber, { damaged: true });
      const anew = await office.promised([{ orderNumber, quantity: '1', minor: 1000 }]);
      const returnLineId = only(anew.returned).id;
      expect(codesOf(await office.resolve(before.held, 'CORRECTED', { returnLineId }))).toEqual([]);
      const matters = ({ exceptions }: ReturnSeen) => exceptions.map(({ kind, state }) => `${kind} ${state}`).sort();
      expect(matters(await office.returnOf(before.settlement))).toEqual([
        'CANCELLED_WITH_GOODS CORRECTED',
        'DAMAGED CORRECTED',
      ]);
      expect(matters(await office.returnOf(anew.settlement))).toEqual(['DAMAGED OPEN', 'OVER_RECEIPT OPEN']);
      expect((await office.queue()).map(({ quantity }) => quantity).sort()).toEqual(['1', '2']);
    });
  });
});
