import { toMoney } from '@redress/graphql-runtime';
import { money, ROLES } from '@redress/kernel';
import type { AmountRow as AmountRowModel, AuthorityLimit as LimitModel, OpenValue } from '@redress/regulations';
import type { AmountRow, AuthorityLimit, FilledValue } from './adoption.gql';
import type { OpenValueType } from './regulation-enums.gql';

const NOTHING: Omit<FilledValue, 'key'> = {
  duration: null,
  authority: null,
  count: null,
  ratio: null,
  money: null,
  text: null,
  choice: null,
  date: null,
  amounts: null,
  numbering: null,
};
const MEMBER_OF_TEXT: Partial<Record<OpenValueType, 'ratio' | 'choice' | 'date'>> = {
  RATIO: 'ratio',
  CHOICE: 'choice',
  DATE: 'date',
};

/** An open value in the graph, in the member of its type. */
export function toFilledValue(key: string, type: OpenValueType | undefined, value: OpenValue): FilledValue {
  const empty = { key, ...NOTHING };
  if (typeof value === 'number') return { ...empty, count: value };
  if (typeof value === 'string') {
    const member = (type === undefined ? undefined : MEMBER_OF_TEXT[type]) ?? 'text';
    return { ...empty, [member]: value };
  }
  if (Array.isArray(value)) {
    return type === 'AMOUNT_TABLE'
      ? { ...empty, amounts: value.flatMap((row) => ('entry' in row ? [toAmountRow(row)] : [])) }
      : { ...empty, authority: value.flatMap((row) => ('holder' in row ? [toLimit(row)] : [])) };
  }
  if ('unit' in value) return { ...empty, duration: { ...value, maximum: value.maximum ?? null } };
  if ('pattern' in value) return { ...empty, numbering: value };
  return { ...empty, money: toMoney(money(BigInt(value.amountMinor), value.currency)) };
}

function toLimit({ holder, currency, maximumMinor, when }: LimitModel): AuthorityLimit {
  return {
    holder,
    role: ROLES.find((role) => role === holder) ?? null,
    currency,
    maximum: maximumMinor === null ? null : toMoney(money(BigInt(maximumMinor), currency)),
    when: when ?? null,
  };
}

function toAmountRow({ entry, amountMinor, currency }: AmountRowModel): AmountRow {
  return { entry, amount: toMoney(money(BigInt(amountMinor), currency)) };
}
