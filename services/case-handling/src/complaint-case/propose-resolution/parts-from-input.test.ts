import { money } from '@redress/kernel';
import { unfitRemedies } from './remedy.rules';
import { partsFromInput, sumOf } from './parts-from-input';
import { remediesFromInput } from './remedies-from-input';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const of = (parts: Parameters<typeof partsFromInput>[0]['parts']) =>
  partsFromInput({ kind: 'REFUND', ...(parts && { parts }) }, ['input', 'remedies', '0']);

describe('parts of a remedy', () => {
  it('are of the kind of the remedy and make up its amount, where neither is told', () => {
    const read = remediesFromInput([
      { kind: 'REFUND', parts: [{ amount: yuan('10.00') }, { kind: 'GOODWILL', amount: yuan('2.50'), payee: 'wife' }] },
    ]);
    expect(read).toEqual({
      ok: true,
      value: [
        {
          kind: 'REFUND',
          amount: money(1250n, 'CNY'),
          parts: [
            { kind: 'REFUND', amount: money(1000n, 'CNY') },
            { kind: 'GOODWILL', amount: money(250n, 'CNY'), payee: 'wife' },
          ],
        },
      ],
    });
  });

  it.each([
    ['orderNumber', { orderNumber: ' ' }],
    ['lineNumber', { lineNumber: 1 }],
    ['lineNumber', { orderNumber: 'O-1', lineNumber: 0 }],
    ['charge', { charge: 'value added tax' }],
    ['quantity', { quantity: '-1' }],
    ['quantity', { quantity: '1e3' }],
    ['payee', { payee: 'x'.repeat(65) }],
  ])('are refused at %s', (field, changes) => {
    expect(of([{ amount: yuan('1.00'), ...changes }])).toMatchObject({
      refusals: [{ code: 'INPUT_INVALID', path: ['input', 'remedies', '0', 'parts', '0', field] }],
    });
  });

  it('are 50 at most, and of exact amounts', () => {
    expect(of(Array.from({ length: 51 }, () => ({ amount: yuan('1.00') })))).toMatchObject({
      refusals: [{ code: 'INPUT_INVALID', details: { limit: 50 } }],
    });
    expect(of([{ amount: yuan('1.001') }])).toMatchObject({ refusals: [{ code: 'AMOUNT_INVALID' }] });
  });

  it('must come to the amount, in one currency, each above zero', () => {
    const part = (minor: bigint, currency = 'CNY') => ({ kind: 'REFUND' as const, amount: money(minor, currency) });
    const codes = (...parts: ReturnType<typeof part>[]) =>
      unfitRemedies([{ kind: 'REFUND', amount: money(100n, 'CNY'), parts }]).map(({ code }) => code);
    expect(codes(part(60n), part(40n))).toEqual([]);
    expect(codes(part(60n), part(41n))).toEqual(['CASE_REMEDY_PARTS_DO_NOT_ADD_UP']);
    expect(codes(part(60n), part(40n, 'USD'))).toEqual(['CASE_REMEDY_PARTS_DO_NOT_ADD_UP']);
    expect(codes(part(100n), part(0n))).toEqual(['CASE_REMEDY_AMOUNT_NOT_POSITIVE']);
    expect(sumOf([part(60n), part(40n)])).toEqual(money(100n, 'CNY'));
  });
});

describe('the note of a remedy', () => {
  it('is not endless', () => {
    const noted = (length: number) =>
      unfitRemedies([{ kind: 'APOLOGY', note: '歉'.repeat(length) }]).map(({ code, path }) => [code, path]);
    expect(noted(16_000)).toEqual([]);
    expect(noted(16_001)).toEqual([['CASE_TEXT_TOO_LONG', ['input', 'remedies', '0', 'note']]]);
  });
});
