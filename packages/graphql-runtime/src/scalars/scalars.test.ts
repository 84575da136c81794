import { parseValue, valueFromAST } from 'graphql';
import type { GraphQLScalarType } from 'graphql';
import { CurrencyCodeScalar } from './currency-code';
import { DateTimeScalar } from './date-time';
import { DurationScalar } from './duration';
import { LocalDateScalar } from './local-date';
import { BigIntScalar, DecimalScalar } from './numbers';

function accepted(scalar: GraphQLScalarType, value: unknown): unknown {
  return scalar.parseValue(value);
}

describe('DateTime', () => {
  it.each([
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02T16:00:00.5+08:00', '2026-03-02T08:00:00.500Z'],
    ['2024-02-29T23:59:59.999-00:30', '2024-03-01T00:29:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s', (text, iso) => {
    const date = accepted(DateTimeScalar, text);
    expect(DateTimeScalar.serialize(date)).toBe(iso);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-03-02T08:00:00',
    '2026-03-02',
    '2026-13-01T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T08:00:00+24:00',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    1_700_000_000,
    null,
    '',
  ])('does not read %p', (value) => {
    expect(() => accepted(DateTimeScalar, value)).toThrow('Expected a time');
  });
});

describe('Date', () => {
  it('is a calendar day that exists', () => {
    expect(accepted(LocalDateScalar, '2024-02-29')).toBe('2024-02-29');
    for (const value of ['2023-02-29', '2026-00-01', '2026-1-1', '0000-01-01', '2026-03-02T00:00:00Z', 20260302]) {
      expect(() => accepted(LocalDateScalar, value)).toThrow('Expected a day');
    }
  });
});

describe('numbers', () => {
  it('keep every digit of a literal', () => {
    expect(valueFromAST(parseValue('9223372036854775807'), BigIntScalar)).toBe(9_223_372_036_854_775_807n);
    expect(valueFromAST(parseValue('12345678901234567.89'), DecimalScalar)).toBe('12345678901234567.89');
  });

  it.each([2 ** 53, 1.5, '9223372036854775808', '1e3', '0x10', '', ' 1', null, true])(
    'do not take %p as BigInt',
    (value) => {
      expect(() => accepted(BigIntScalar, value)).toThrow('Expected a whole number');
    },
  );

  it.each([1.5, '1e3', '1,5', '.5', '5.', 'NaN', '+1', null, '1.0000000001'])('do not take %p as Decimal', (value) => {
    expect(() => accepted(DecimalScalar, value)).toThrow('Expected a plain decimal');
  });

  it('go out as text', () => {
    expect([BigIntScalar.serialize(-5n), BigIntScalar.serialize(7), DecimalScalar.serialize('-12.50')]).toEqual([
      '-5',
      '7',
      '-12.50',
    ]);
    expect(() => DecimalScalar.serialize(12.5)).toThrow(TypeError);
    expect(() => BigIntScalar.serialize(1.5)).toThrow(TypeError);
  });
});

describe('codes', () => {
  it('take currencies in use only', () => {
    expect(accepted(CurrencyCodeScalar, 'CNY')).toBe('CNY');
    for (const value of ['cny', 'XXX', 'DEM', ''])
      expect(() => accepted(CurrencyCodeScalar, value)).toThrow('ISO 4217');
  });

  it('take ISO 8601 durations only', () => {
    for (const text of ['PT24H', 'P3D', 'P1Y2M3W4DT5H6M7.5S']) expect(accepted(DurationScalar, text)).toBe(text);
    for (const text of ['P', 'PT', '24H', 'P-3D', 'PT1.5H'])
      expect(() => accepted(DurationScalar, text)).toThrow('ISO 8601');
  });
});
