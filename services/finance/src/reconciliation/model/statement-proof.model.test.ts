import type { OpenLine, OpenPayment } from './matching.model';
import { provenBy } from './statement-proof.model';

const [ONE, TWO] = ['0190a0b0-0000-7000-8000-000000000001', '0190a0b0-0000-7000-8000-000000000002'] as const;
const payment = (key: string, amountMinor: bigint, reference?: string): OpenPayment => ({
  ...{ id: `id of ${key}`, provider: 'simulator', paidOn: '', amountMinor },
  names: [key, ...(reference === undefined ? [] : [reference]), 'S2026-000001'],
});
const line = (id: string, amountMinor: bigint, ...references: readonly string[]): OpenLine => ({
  ...{ id, bookedOn: '2026-03-02', amountMinor, references },
});
const proven = (lines: readonly OpenLine[], payments: readonly OpenPayment[]) =>
  [...provenBy(lines, payments)].map(([id, { id: by }]) => [id, by]);

describe('what a statement proves', () => {
  it('is the payment whose key or reference a line names, in exactly its amount', () => {
    const payments = [payment(ONE, 500n), payment(TWO, 700n, 'pay_2')];
    expect(proven([line('a', -500n, ONE), line('b', -700n, 'pay_2')], payments)).toEqual([
      [`id of ${ONE}`, 'a'],
      [`id of ${TWO}`, 'b'],
    ]);
    expect(proven([line('a', -499n, ONE), line('b', 500n, ONE)], payments)).toEqual([]);
  });

  it('is nothing by the number of the settlement alone', () => {
    expect(proven([line('a', -500n, 'S2026-000001')], [payment(ONE, 500n)])).toEqual([]);
  });

  it('is one payment for money that left once: a line that may mean two of them proves none', () => {
    const payments = [payment(ONE, 500n), payment(TWO, 500n)];
    expect(proven([line('a', -500n, ONE, TWO)], payments)).toEqual([]);
    expect(proven([line('a', -500n, ONE, TWO), line('b', -500n, TWO)], payments)).toEqual([[`id of ${TWO}`, 'b']]);
  });

  it('is one payment by the first of two lines that name it', () => {
    expect(proven([line('a', -500n, ONE), line('b', -500n, ONE)], [payment(ONE, 500n)])).toEqual([
      [`id of ${ONE}`, 'a'],
    ]);
  });
});
