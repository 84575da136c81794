import { readMoney, type MoneyInput } from '@redress/graphql-runtime';
import { accept, parseMoney, refuse, type Outcome } from '@redress/kernel';
import { present } from '../../complaint-case/model/present-members.model';
import type { AmountRowInput, AuthorityLimitInput, OpenValueInput } from './open-value.gql';

type Read = Outcome<unknown, 'AMOUNT_INVALID'>;

/** An open value in the form of the adoption settings; undefined when no member was given. */
export function openValueFromInput(input: OpenValueInput, path: readonly string[]): Read {
  const { duration, authority, money, amounts, numbering } = input;
  if (given(duration)) return accept(present({ ...duration }));
  if (given(authority)) return eachOf(authority, [...path, 'authority'], limitFromInput);
  if (given(money)) return amountFromInput(money, [...path, 'money']);
  if (given(amounts)) return eachOf(amounts, [...path, 'amounts'], amountRowFromInput);
  if (given(numbering)) return accept({ ...numbering });
  return accept([input.count, input.ratio, input.text, input.choice, input.date].find(given));
}

function limitFromInput({ role, holder, currency, maximum, when }: AuthorityLimitInput, path: readonly string[]): Read {
  const limit = { holder: holder ?? role, currency, ...present({ when }) };
  if (!given(maximum)) return accept({ ...limit, maximumMinor: null });
  const amount = parseMoney(maximum, currency);
  return amount === undefined
    ? refuse({ code: 'AMOUNT_INVALID', path: [...path, 'maximum'], facts: { currency } })
    : accept({ ...limit, maximumMinor: amount.amountMinor.toString() });
}

function amountRowFromInput({ entry, amount }: AmountRowInput, path: readonly string[]): Read {
  const read = readMoney(amount, [...path, 'amount']);
  return read.ok ? accept({ entry, ...inMinorUnits(read.value) }) : read;
}

function amountFromInput(money: MoneyInput, path: readonly string[]): Read {
  const read = readMoney(money, path);
  return read.ok ? accept(inMinorUnits(read.value)) : read;
}

function inMinorUnits({ amountMinor, currency }: { readonly amountMinor: bigint; readonly currency: string }) {
  return { amountMinor: amountMinor.toString(), currency };
}

function eachOf<Input>(
  inputs: readonly Input[],
  path: readonly string[],
  read: (input: Input, path: readonly string[]) => Read,
): Read {
  const values: unknown[] = [];
  for (const [index, input] of inputs.entries()) {
    const outcome = read(input, [...path, String(index)]);
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return accept(values);
}

function given<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}
