import { readMoney } from './money-values';

describe('an amount from an input', () => {
  it.each([
    ['1000000000000000', 'JPY'],
    ['-10000000000000.00', 'CNY'],
    ['100000000000.0000', 'CLF'],
  ])('is read up to a quadrillion minor units: %s %s', (amount, currency) => {
    expect(readMoney({ amount, currency }, ['amount']).ok).toBe(true);
  });

  it.each([
    ['1000000000000001', 'JPY'],
    ['-10000000000000.01', 'CNY'],
    ['9999999999999999.9999', 'CLF'],
    ['1.005', 'CNY'],
  ])('is refused when no database could keep its sums: %s %s', (amount, currency) => {
    expect(readMoney({ amount, currency }, ['amount'])).toEqual({
      ok: false,
      refusals: [{ code: 'AMOUNT_INVALID', path: ['amount'], facts: { currency } }],
    });
  });
});
