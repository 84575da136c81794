import { type complaintSettledOnTheSpot, type EventData } from '@redress/contracts';
import { newId, systemClock } from '@redress/kernel';
import type { Foundations } from '@redress/service-host';
import { buildPrograms } from '../test-bench/child-process';
import { BooksOffice, type Refused } from '../test-bench/books-office';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { storesOf } from '../stores/composition-root';
import { onTheSpotInMysql } from './adapters/on-the-spot.repository-mysql';
import { onSettledOnTheSpot } from './book-on-the-spot/settled-on-the-spot.consumer';

interface Seen {
  readonly id: string;
  readonly amount: { readonly amount: string };
  readonly over: { readonly amount: string } | null;
  readonly exceptionReason: string | null;
  readonly exceptionOwner: string | null;
  readonly exceptionEndedAt: string | null;
  readonly outlet: string;
  readonly version: number;
}
const PAYMENT = 'id amount { amount } over { amount } exceptionReason exceptionOwner exceptionEndedAt outlet version';

describe('money that the front line handed over', () => {
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

  async function handedOver(minor: number, changes: Partial<EventData<typeof complaintSettledOnTheSpot>> = {}) {
    const data = {
      ...{
        settlementId: newId(),
        complaintId: newId(),
        customerId: newId(),
        remedy: 'REFUND' as const,
        slipSigned: true,
      },
      amount: { amountMinor: minor.toString(), currency: 'CNY' },
      ...{ by: 'clerk-1', at: new Date().toISOString() },
      ...changes,
    };
    const stores = storesOf({ database: bench.database, clock: systemClock } as Foundations, []);
    const handle = onSettledOnTheSpot({ ...stores, onTheSpot: onTheSpotInMysql })[
      'intake.complaint.settled-on-the-spot'
    ];
    await bench.database.transaction(office.tenant, async (tx) => handle?.({ data } as never, tx));
    return data.settlementId;
  }
  const seen = async (where: object = {}) =>
    (
      await office.ask<{ onTheSpotPayments: { nodes: Seen[] } }>(
        `query ($where: OnTheSpotPaymentWhereInput) { onTheSpotPayments(where: $where) { nodes { ${PAYMENT} } } }`,
        { where },
      )
    ).onTheSpotPayments.nodes;
  const booked = () =>
    office.rows<{ account: string; subaccount: string; side: string; amount_minor: string }>(
      'SELECT p.account, p.subaccount, p.side, p.amount_minor FROM posting p WHERE p.tenant_id = :tenant ORDER BY p.entry_id, p.line',
    );

  it('is drawn on its line, settled at once and booked out of the cash of the outlet', async () => {
    const orderNumber = await office.order('100.00');
    await handedOver(3_000, { orderLine: { orderNumber, lineNumber: 1 } });
    expect(await office.remaining(orderNumber)).toBe('70.00');
    expect(await booked()).toEqual([
      { account: 'SALES_RETURNS', subaccount: '', side: 'DEBIT', amount_minor: '3000' },
      { account: 'CASH_AT_OUTLETS', subaccount: 'clerk-1', side: 'CREDIT', amount_minor: '3000' },
    ]);
    expect(await seen()).toMatchObject([{ amount: { amount: '30.00' }, over: null, exceptionReason: null }]);
    expect(await office.discrepancies()).toEqual([]);
  });

  it('is booked in full when it passes the ceiling, and what passes it is an exception that somebody owns until it is settled', async () => {
    const orderNumber = await office.order('100.00');
    await handedOver(8_000, { orderLine: { orderNumber, lineNumber: 1 } });
    await handedOver(5_000, { orderLine: { orderNumber, lineNumber: 1 } });
    expect(await office.remaining(orderNumber)).toBe('0.00');
    expect((await booked()).map(({ amount_minor }) => amount_minor)).toEqual(['8000', '8000', '5000', '5000']);
    const [exception] = await seen({ openException: { eq: true } });
    expect(exception).toMatchObject({
      amount: { amount: '50.00' },
      over: { amount: '30.00' },
      exceptionReason: 'FINANCE_CEILING_EXCEEDED',
      exceptionOwner: null,
    });
    const input = { id: exception?.id, expectedVersion: exception?.version };
    const act = (field: string, type: string, more: object) =>
      office.act<Refused & { onTheSpotPayment: Seen | null }>(field, type, `onTheSpotPayment { ${PAYMENT} } replayed`, {
        ...input,
        ...more,
      });
    expect(
      (await act('assignOnTheSpotException', 'AssignOnTheSpotExceptionInput', { owner: 'f-7' })).onTheSpotPayment,
    ).toMatchObject({ exceptionOwner: 'f-7', version: 2 });
    expect(
      (await act('endOnTheSpotException', 'EndOnTheSpotExceptionInput', { note: 'paid back' })).userErrors,
    ).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    const end = (note: string, expectedVersion: number) =>
      act('endOnTheSpotException', 'EndOnTheSpotExceptionInput', { note, expectedVersion });
    expect((await end(' ', 2)).userErrors).toMatchObject([{ code: 'FINANCE_EXCEPTION_NOTE_REQUIRED' }]);
    expect((await end('the clerk paid it back', 2)).onTheSpotPayment?.exceptionEndedAt).not.toBeNull();
    expect((await end('again', 3)).userErrors).toMatchObject([{ code: 'FINANCE_EXCEPTION_ENDED' }]);
    expect(await seen({ openException: { eq: true } })).toEqual([]);
    expect(await office.discrepancies()).toEqual([]);
  });

  it.each([
    ['FINANCE_NO_DISPUTED_LINE', {}],
    ['FINANCE_ORDER_LINE_UNKNOWN', { orderLine: { orderNumber: 'nowhere', lineNumber: 1 } }],
    ['FINANCE_GOODWILL_BUDGET_MISSING', { remedy: 'GOODWILL' as const }],
  ])('is an exception by %s where it has nothing to draw on, and booked all the same', async (reason, changes) => {
    await handedOver(500, changes);
    expect(await seen()).toMatchObject([{ over: { amount: '5.00' }, exceptionReason: reason }]);
    expect(await booked()).toHaveLength(2);
  });

  it('is nothing to finance where no money was handed over', async () => {
    const { amount: _amount, ...rest } = { amount: undefined };
    await handedOver(0, { ...rest, remedy: 'APOLOGY' });
    expect(await booked()).toEqual([]);
  });

  it('is not worked on by other roles or other organisations', async () => {
    await handedOver(500);
    const [payment] = await seen();
    const input = { id: payment?.id, expectedVersion: 1, note: 'x' };
    const end = (person = office.as('finance')) =>
      office.act('endOnTheSpotException', 'EndOnTheSpotExceptionInput', 'replayed', input, person);
    await expect(end(office.as('agent'))).rejects.toThrow('FORBIDDEN');
    expect((await end({ tenant: `t-${newId().slice(-12)}`, role: 'finance' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });
});
