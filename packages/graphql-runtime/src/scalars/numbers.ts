import { GraphQLScalarType } from 'graphql';
import { parsedAs } from './parsed-as';

const WHOLE = /^-?\d{1,19}$/;
const PLAIN = /^-?\d{1,19}(?:\.\d{1,9})?$/;
const LARGEST = 2n ** 63n - 1n;

/** GraphQL scalar `BigInt`: a `bigint` of 64 bits inside, a decimal string outside. */
export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description:
    'A whole number of up to 64 bits, as a string because JSON readers round large numbers: `"123456789012"`.',
  serialize: (value) => {
    if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
    throw new TypeError('BigInt is not a whole number');
  },
  ...parsedAs('a whole number of up to 64 bits, as a string', parseBigInt),
});

/** GraphQL scalar `Decimal`: an exact decimal, the plain text inside and outside. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number, as a string: `"12.50"`. No exponent, no grouping.',
  serialize: (value) => {
    if (typeof value === 'string' && PLAIN.test(value)) return value;
    throw new TypeError('Decimal is not a plain decimal text');
  },
  ...parsedAs('a plain decimal number, as a string', parseDecimal),
});

function parseBigInt(value: unknown): bigint | undefined {
  const text = wholeText(value);
  if (text === undefined || !WHOLE.test(text)) return undefined;
  const number = BigInt(text);
  return number > LARGEST || number < -LARGEST ? undefined : number;
}

function parseDecimal(value: unknown): string | undefined {
  const text = wholeText(value);
  return text !== undefined && PLAIN.test(text) ? text : undefined;
}

/** JSON numbers are taken only when nothing can have been lost on the way: whole and within 53 bits. */
function wholeText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
