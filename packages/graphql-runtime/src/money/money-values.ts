import { accept, formatAmount, parseMoney, refuse } from '@redress/kernel';
import type { Money as KernelMoney, Outcome } from '@redress/kernel';
import type { Money, MoneyInput } from './money.gql';

/** The GraphQL form of an amount. */
export function toMoney(value: KernelMoney): Money {
  return { amount: formatAmount(value), minorUnits: value.amountMinor, currency: value.currency };
}

/** In minor units. Far above any claim, and far enough below what a database holds that no sum of many overflows. */
const LARGEST_MINOR = 10n ** 15n;

/**
 * Reads an amount from an input; refuses with `AMOUNT_INVALID` at `path` when it has more digits than its currency, or
 * more than a quadrillion minor units.
 */
export function readMoney(input: MoneyInput, path: readonly string[]): Outcome<KernelMoney, 'AMOUNT_INVALID'> {
  const money = parseMoney(input.amount, input.currency);
  return money === undefined || money.amountMinor > LARGEST_MINOR || money.amountMinor < -LARGEST_MINOR
    ? refuse({ code: 'AMOUNT_INVALID', path, facts: { currency: input.currency } })
    : accept(money);
}
