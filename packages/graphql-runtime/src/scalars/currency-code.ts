import { isCurrency } from '@redress/kernel';
import { GraphQLScalarType } from 'graphql';
import { parsedAs } from './parsed-as';

/** GraphQL scalar `CurrencyCode`: an ISO 4217 code in use. */
export const CurrencyCodeScalar = new GraphQLScalarType<string, string>({
  name: 'CurrencyCode',
  description: 'An ISO 4217 currency code in use: `CNY`, `JPY`.',
  serialize: (value) => {
    if (typeof value === 'string' && isCurrency(value)) return value;
    throw new TypeError('CurrencyCode is not a currency in use');
  },
  ...parsedAs('an ISO 4217 currency code', (value) =>
    typeof value === 'string' && isCurrency(value) ? value : undefined,
  ),
});
