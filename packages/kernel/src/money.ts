import { CURRENCY_CODES_BY_DIGITS } from './currency-codes';

const DIGITS = new Map<string, number>(
  Object.entries(CURRENCY_CODES_BY_DIGITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(digits)]),
  ),
);
const DECIMAL = /^(-?)(\d{1,16})(?:\.(\d{1,4}))?$/;

/** An exact amount: whole minor units (fen, cents) of one ISO 4217 currency. May be negative. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** Whether the code is an ISO 4217 currency in use with defined minor units. */
export function isCurrency(code: string): boolean {
  return DIGITS.has(code);
}

/** Digits after the decimal point: 0 for JPY, 2 for CNY, 3 for KWD, 4 for UYW. Throws `RangeError` for an unknown code. */
export function minorUnitDigits(currency: string): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new RangeError(`unknown currency ${currency}`);
  return digits;
}

/** Makes an amount from minor units. Throws `RangeError` for an unknown currency. */
export function money(amountMinor: bigint, currency: string): Money {
  minorUnitDigits(currency);
  return { amountMinor, currency };
}

/**
 * Reads a decimal such as `12.50` exactly. Answers `undefined` when the text is not a plain decimal number, has more
 * digits than the currency's minor unit, or the currency is unknown; the caller refuses with its own code.
 */
export function parseMoney(text: string, currency: string): Money | undefined {
  const digits = DIGITS.get(currency);
  const match = DECIMAL.exec(text);
  if (digits === undefined || match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits) return undefined;
  const magnitude = BigInt(whole + significant.padEnd(digits, '0'));
  return { amountMinor: sign === '-' ? -magnitude : magnitude, currency };
}

/** The amount as a plain decimal with all digits of the currency: `12.50`, `1250` for JPY. */
export function formatAmount({ amountMinor, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  const negative = amountMinor < 0n;
  const text = (negative ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(text.length - digits)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** Sum of two amounts of one currency. Throws `RangeError` when the currencies differ: adding them is a bug. */
export function addMoney(left: Money, right: Money): Money {
  requireSameCurrency(left, right);
  return { amountMinor: left.amountMinor + right.amountMinor, currency: left.currency };
}

/** Difference of two amounts of one currency. Throws `RangeError` when the currencies differ. */
export function subtractMoney(left: Money, right: Money): Money {
  requireSameCurrency(left, right);
  return { amountMinor: left.amountMinor - right.amountMinor, currency: left.currency };
}

/**
 * Splits an amount in proportion to the weights so that the parts add up to it exactly. Largest remainder, ties to the
 * earlier part; sign-symmetric; a zero weight gets nothing. Throws `RangeError` for no weights, a negative one, or
 * a sum of zero.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (weights.length === 0 || weights.some((weight) => weight < 0n) || sum === 0n) {
    throw new RangeError('weights must be non-negative with a positive sum');
  }
  const negative = total.amountMinor < 0n;
  const magnitude = negative ? -total.amountMinor : total.amountMinor;
  const shares = weights.map((weight, index) => ({
    index,
    part: (magnitude * weight) / sum,
    remainder: (magnitude * weight) % sum,
  }));
  let left = magnitude - shares.reduce((running, share) => running + share.part, 0n);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map(({ part }) => ({ amountMinor: negative ? -part : part, currency: total.currency }));
}

function requireSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency)
    throw new RangeError(`${left.currency} and ${right.currency} cannot be combined`);
}
