import { accept, formatAmount, parseMoney, refuse } from '@redress/kernel';
import type { Money as KernelMoney, Outcome } from '@redress/kernel';
import type { Money, MoneyInput } from './money.gql';

/** The GraphQL form of an amount. */
export function toMoney(value: KernelMoney): Money {
  return { amount: formatAmount(value), minorUnits: value.amountMinor, currency: value.currency };
}

/** Reads an amount from an input; refuses with `AMOUNT_INVALID` at `path` when it has more digits than its currency. */
export function readMoney(input: MoneyInput, path: readonly string[]): Outcome<KernelMoney, 'AMOUNT_INVALID'> {
  const money = parseMoney(input.amount, input.currency);
  return money === undefined
    ? refuse({ code: 'AMOUNT_INVALID', path, facts: { currency: input.currency } })
    : accept(money);
}
