import { PublicError, type FilterCompiler } from '@redress/graphql-runtime';
import { parseMoney } from '@redress/kernel';

/** Compares amounts of one currency, from one included to another excluded. */
export function amountIn(currencyColumn: string, amountColumn: string): FilterCompiler {
  return (filter, bind) => {
    const currency = String(filter['currency']);
    const bound = (sign: '>=' | '<', text: unknown): string[] => {
      if (typeof text !== 'string') return [];
      const amount = parseMoney(text, currency);
      if (amount === undefined) {
        throw new PublicError('BAD_USER_INPUT', `An amount has more digits than ${currency} allows.`);
      }
      return [`${amountColumn} ${sign} ${bind(amount.amountMinor)}`];
    };
    const conditions = [`${currencyColumn} = ${bind(currency)}`];
    return [...conditions, ...bound('>=', filter['from']), ...bound('<', filter['to'])].join(' AND ');
  };
}
