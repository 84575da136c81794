import { toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { buildPrograms } from '../test-bench/child-process';
import { BooksOffice, anEntry, type Refused } from '../test-bench/books-office';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { ledgerInMysql } from '../ledger/adapters/ledger.repository-mysql';
import { reversalOf } from '../ledger/model/journal.model';

interface PeriodSeen {
  readonly period: string;
  readonly state: string;
  readonly hash: string | null;
  readonly entries: number | null;
  readonly version: number;
}
interface Answer extends Refused {
  readonly period: PeriodSeen | null;
  readonly replayed: boolean;
}
interface Verification {
  readonly equal: boolean;
  readonly sealIntact: boolean;
  readonly chainBrokenAt: number | null;
  readonly differing: readonly { readonly entryId: string; readonly difference: string }[];
}

const PERIOD = 'period { period state hash entries version } replayed';

describe('closing the books', () => {
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

  const close = (
    period: string,
    expectedVersion = 0,
    changes: object = {},
    person = office.as('finance', { subject: 'f1' }),
  ) => office.act<Answer>('closePeriod', 'ClosePeriodInput', PERIOD, { period, expectedVersion, ...changes }, person);
  const reopen = (
    period: string,
    expectedVersion: number,
    person = office.as('manager', { subject: 'm1' }),
    reason = 'late invoice',
  ) => office.act<Answer>('reopenPeriod', 'ReopenPeriodInput', PERIOD, { period, expectedVersion, reason }, person);
  const verify = async (period: string) =>
    (
      await office.ask<{ verifyPeriod: Verification | null }>(
        `query ($p: String!) { verifyPeriod(period: $p) { equal sealIntact chainBrokenAt differing { entryId difference } } }`,
        { p: period },
      )
    ).verifyPeriod;
  const periodOf = async (entryId: string) =>
    (
      await office.rows<{ id: string; period: string; effective_on: string }>(
        'SELECT e.id, e.period, e.effective_on FROM journal_entry e WHERE e.tenant_id = :tenant',
      )
    ).find(({ id }) => id === entryId);

  it('seals the entries of a month that is over, once, whatever is sent again', async () => {
    await office.book('2026-09-10T08:00:00Z', 100);
    await office.book('2026-09-30T23:59:59Z', 200);
    const key = newId();
    const first = await close('2026-09', 0, { idempotencyKey: key });
    expect(first).toMatchObject({
      period: { state: 'CLOSED', entries: 2, version: 1 },
      userErrors: [],
      replayed: false,
    });
    expect(await close('2026-09', 0, { idempotencyKey: key })).toMatchObject({ period: first.period, replayed: true });
    expect((await close('2026-09')).userErrors).toMatchObject([
      { code: 'FINANCE_PERIOD_CLOSED', details: { currentState: 'CLOSED' } },
    ]);
    expect(await verify('2026-09')).toEqual({ equal: true, sealIntact: true, chainBrokenAt: null, differing: [] });
    expect(await office.rows('SELECT a.sequence FROM period_act a WHERE a.tenant_id = :tenant')).toHaveLength(1);
  });

  it('closes months in their order, only when they are over, and by those who may', async () => {
    await office.book('2026-08-10T08:00:00Z', 100);
    expect((await close('2026-09')).userErrors).toMatchObject([{ code: 'FINANCE_PERIOD_EARLIER_OPEN' }]);
    // Tomorrow's month is not over, whenever today ends.
    const running = new Date(Date.now() + 86_400_000).toISOString().slice(0, 7);
    expect((await close('2999-01')).userErrors).toMatchObject([{ code: 'FINANCE_PERIOD_NOT_OVER' }]);
    await close('2026-08');
    expect((await close(running)).userErrors).toMatchObject([{ code: 'FINANCE_PERIOD_NOT_OVER' }]);
    expect((await close('2026-13')).userErrors).toMatchObject([{ code: 'FINANCE_PERIOD_INVALID' }]);
    await expect(close('2026-09', 0, {}, office.as('agent'))).rejects.toThrow('FORBIDDEN');
    await expect(reopen('2026-08', 1, office.as('finance'))).rejects.toThrow('FORBIDDEN');
  });

  it('does not close a month whose books do not agree, or of which a payment is unknown', async () => {
    const id = await office.book('2026-09-10T08:00:00Z', 100);
    await office.tamper(
      'UPDATE posting SET amount_minor = 99 WHERE tenant_id = :tenant AND entry_id = :id AND line = 1',
      { id },
    );
    expect((await close('2026-09')).userErrors.map(({ code }) => code)).toContain('FINANCE_PERIOD_BOOKS_DISAGREE');
    expect(await office.rows('SELECT a.sequence FROM period_act a WHERE a.tenant_id = :tenant')).toEqual([]);
    await office.tamper(
      'UPDATE posting SET amount_minor = 100 WHERE tenant_id = :tenant AND entry_id = :id AND line = 1',
      { id },
    );
    const [entry] = await office.rows<{ source_id: string }>(
      'SELECT e.source_id FROM journal_entry e WHERE e.tenant_id = :tenant',
    );
    await office.tamper(
      `INSERT INTO payment (tenant_id, id, settlement_id, provider, idempotency_key, reference, beneficiary, amount_minor,
         currency, state, attempts, misses) VALUES (:tenant, :id, :source, 'bank', :id, 'r', 'b', 100, 'CNY', 'UNKNOWN', 1, 0)`,
      { id, source: entry?.source_id },
    );
    expect((await close('2026-09')).userErrors).toMatchObject([
      { code: 'FINANCE_PERIOD_PAYMENTS_UNKNOWN', details: { allowed: [toGlobalId('Payout', id)] } },
    ]);
    await office.tamper("UPDATE payment SET state = 'SUCCEEDED' WHERE tenant_id = :tenant");
    expect((await close('2026-09')).userErrors).toEqual([]);
  });

  it.each([
    ['CHANGED', 'UPDATE posting SET cause = :mark WHERE tenant_id = :tenant AND entry_id = :id'],
    ['CHANGED', 'UPDATE journal_entry SET memo = :mark WHERE tenant_id = :tenant AND id = :id'],
    ['MISSING', 'DELETE FROM posting WHERE tenant_id = :tenant AND entry_id = :id'],
  ])('names the entry that is %s after the closing', async (difference, sql) => {
    await office.book('2026-09-10T08:00:00Z', 100);
    const id = await office.book('2026-09-11T08:00:00Z', 300);
    await close('2026-09');
    await office.tamper(sql, { id, mark: 'x' });
    expect(await verify('2026-09')).toMatchObject({
      equal: false,
      sealIntact: true,
      differing: [{ entryId: id, difference }],
    });
  });

  it('notices a seal, or a link of the chain, that was written anew', async () => {
    await office.book('2026-08-10T08:00:00Z', 100);
    const id = await office.book('2026-09-11T08:00:00Z', 300);
    await close('2026-08');
    await close('2026-09');
    await office.tamper(
      "UPDATE closed_entry SET digest = REPEAT('0', 64) WHERE tenant_id = :tenant AND entry_id = :id",
      { id },
    );
    expect(await verify('2026-09')).toMatchObject({ equal: false, sealIntact: false });
    await office.tamper("UPDATE period_act SET acted_by = 'nobody' WHERE tenant_id = :tenant AND sequence = 1");
    expect(await verify('2026-08')).toMatchObject({ equal: false, chainBrokenAt: 1 });
  });

  it('is opened again only by another person, for a reason, and the chain keeps both', async () => {
    await office.book('2026-09-10T08:00:00Z', 100);
    const closer = office.as('manager', { subject: 'm1' });
    await close('2026-09', 0, {}, closer);
    expect((await reopen('2026-09', 1, closer)).userErrors).toMatchObject([{ code: 'FINANCE_PERIOD_FOUR_EYES' }]);
    const other = office.as('manager', { subject: 'm2' });
    expect((await reopen('2026-09', 1, other, ' ')).userErrors).toMatchObject([
      { code: 'FINANCE_PERIOD_REASON_REQUIRED' },
    ]);
    expect((await reopen('2026-09', 7, other)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await reopen('2026-09', 1, other)).period).toMatchObject({ state: 'REOPENED', version: 2 });
    const id = await office.book(new Date().toISOString(), 50, { effectiveOn: '2026-09-20' });
    expect(await periodOf(id)).toMatchObject({ period: '2026-09' });
    expect(await verify('2026-09')).toMatchObject({ equal: false, differing: [{ entryId: id, difference: 'ADDED' }] });
    expect((await close('2026-09', 2)).period).toMatchObject({ state: 'CLOSED', entries: 2, version: 3 });
    expect(await verify('2026-09')).toMatchObject({ equal: true });
    const acts = `{ accountingPeriodActs { nodes { sequence kind reason hash previousHash } } }`;
    type Acts = {
      accountingPeriodActs: { nodes: { kind: string; hash: string; previousHash: string; reason: string | null }[] };
    };
    const { nodes } = (await office.ask<Acts>(acts)).accountingPeriodActs;
    expect(nodes.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['CLOSED', null],
      ['REOPENED', 'late invoice'],
      ['CLOSED', null],
    ]);
    expect(nodes.map(({ previousHash }) => previousHash)).toEqual([nodes[1]?.hash, nodes[2]?.hash, '0'.repeat(64)]);
  });

  it('lesson 46: a correction of a closed month posts in the open month, linked, with its effective day', async () => {
    const source = { kind: 'SETTLEMENT', id: newId() } as const;
    const wrong = anEntry('2026-09-10T08:00:00Z', 700, { source });
    await bench.database.transaction(office.tenant, (tx) => ledgerInMysql.book(tx, wrong));
    const sealed = (await close('2026-09')).period?.hash;
    const bookedAt = new Date();
    const correction = reversalOf(wrong, { id: newId(), source, bookedAt, effectiveOn: '2026-09-10' });
    await bench.database.transaction(office.tenant, (tx) => ledgerInMysql.book(tx, correction));
    const stored = await office.rows<{ reverses: string; period: string; effective_on: string }>(
      'SELECT e.reverses, e.period, e.effective_on FROM journal_entry e WHERE e.tenant_id = :tenant AND e.reverses IS NOT NULL',
    );
    expect(stored).toEqual([
      { reverses: wrong.id, period: bookedAt.toISOString().slice(0, 7), effective_on: '2026-09-10' },
    ]);
    expect(await verify('2026-09')).toMatchObject({ equal: true });
    expect(
      (await office.ask<{ accountingPeriod: PeriodSeen }>('{ accountingPeriod(period: "2026-09") { hash } }'))
        .accountingPeriod.hash,
    ).toBe(sealed);
  });

  it('lesson 47: nothing enters a month after its close, however it is dated; a month opened again takes entries again', async () => {
    await office.book('2026-08-10T08:00:00Z', 100);
    await close('2026-08');
    await close('2026-09');
    const late = [
      await office.book('2026-09-30T23:59:59Z', 1),
      await office.book(new Date().toISOString(), 2, { effectiveOn: '2026-08-31' }),
      await office.book(new Date().toISOString(), 3, { effectiveOn: '2019-01-01' }),
    ];
    for (const id of late) expect(['2026-08', '2026-09', '2019-01']).not.toContain((await periodOf(id))?.period);
    expect([await verify('2026-08'), await verify('2026-09')]).toMatchObject([{ equal: true }, { equal: true }]);
    await reopen('2026-08', 1);
    const back = await office.book(new Date().toISOString(), 4, { effectiveOn: '2026-08-31' });
    expect(await periodOf(back)).toMatchObject({ period: '2026-08' });
  });

  it('begins the month at midnight of the organisation', async () => {
    await office.tamper(
      "INSERT INTO tenant_setting (tenant_id, time_zone, effective_from) VALUES (:tenant, 'Asia/Shanghai', '2020-01-01')",
    );
    const before = await office.book('2026-08-31T15:59:59.999Z', 1);
    const after = await office.book('2026-08-31T16:00:00.000Z', 1);
    expect([await periodOf(before), await periodOf(after)]).toMatchObject([
      { period: '2026-08', effective_on: '2026-08-31' },
      { period: '2026-09', effective_on: '2026-09-01' },
    ]);
  });

  it('loses none of 64 bookings that race with two closings, and lets none in after the hash', async () => {
    await office.book('2026-09-01T08:00:00Z', 1);
    const bookings = Array.from({ length: 64 }, (_, index) => office.book('2026-09-15T08:00:00Z', index + 1));
    const [closings, ids] = await Promise.all([
      Promise.all([close('2026-09'), close('2026-09')]),
      Promise.all(bookings),
    ]);
    const closed = closings.find(({ userErrors }) => userErrors.length === 0);
    expect(closings.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['FINANCE_PERIOD_CLOSED']);
    const stored = await office.rows<{ id: string; period: string }>(
      'SELECT e.id, e.period FROM journal_entry e WHERE e.tenant_id = :tenant',
    );
    expect(new Set(stored.map(({ id }) => id)).size).toBe(65);
    expect(ids.every((id) => stored.some((entry) => entry.id === id))).toBe(true);
    expect(stored.filter(({ period }) => period === '2026-09')).toHaveLength(closed?.period?.entries ?? -1);
    expect(stored.filter(({ period }) => period !== '2026-09').every(({ period }) => period === '2026-10')).toBe(true);
    expect(await verify('2026-09')).toMatchObject({ equal: true, differing: [] });
  });

  it('links closings of different months that race to one chain', async () => {
    for (const month of ['2026-06', '2026-07', '2026-08']) await office.book(`${month}-10T08:00:00Z`, 1);
    await close('2026-06');
    await close('2026-07');
    await close('2026-08');
    const managers = ['2026-06', '2026-07', '2026-08'].map((month, index) =>
      reopen(month, 1, office.as('manager', { subject: `m${index}` })),
    );
    expect((await Promise.all(managers)).map(({ period }) => period?.state)).toEqual([
      'REOPENED',
      'REOPENED',
      'REOPENED',
    ]);
    expect(await verify('2026-07')).toMatchObject({ chainBrokenAt: null });
    const acts = await office.rows<{ sequence: number }>(
      'SELECT a.sequence FROM period_act a WHERE a.tenant_id = :tenant ORDER BY a.sequence',
    );
    expect(acts.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
