import { readMoney } from '@redress/graphql-runtime';
import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { present } from '../model/present-members.model';
import { partsFromInput, sumOf } from './parts-from-input';
import type { ProposedRemedy } from './propose-resolution.command';
import type { RemedyInput } from './propose-resolution.gql';

const LONGEST_ORDER_NUMBER = 64;
const HIGHEST_LINE_NUMBER = 100_000;

type InputRefusal = 'AMOUNT_INVALID' | 'INPUT_INVALID';

/** The remedies of an input; refuses what no order or currency could hold, each with its place. */
export function remediesFromInput(inputs: readonly RemedyInput[]): Outcome<readonly ProposedRemedy[], InputRefusal> {
  const remedies: ProposedRemedy[] = [];
  const refusals: Refusal<InputRefusal>[] = [];
  inputs.forEach((input, index) => {
    const path = ['input', 'remedies', String(index)];
    const remedy = remedyFromInput(input, path);
    if (remedy.ok) remedies.push(remedy.value);
    else refusals.push(...remedy.refusals);
  });
  const [first, ...others] = refusals;
  return first === undefined ? accept(remedies) : refuse(first, ...others);
}

function remedyFromInput(
  { kind, orderLine, amount, note, parts: partInputs }: RemedyInput,
  path: readonly string[],
): Outcome<ProposedRemedy, InputRefusal> {
  if (orderLine && !isPossibleLine(orderLine)) return refuse({ code: 'INPUT_INVALID', path: [...path, 'orderLine'] });
  const money = amount ? readMoney(amount, [...path, 'amount']) : undefined;
  if (money?.ok === false) return money;
  const parts = partsFromInput({ kind, ...present({ parts: partInputs }) }, path);
  if (!parts.ok) return parts;
  return accept({
    kind,
    ...present({
      orderLine: orderLine ? { ...orderLine } : undefined,
      amount: money?.value ?? sumOf(parts.value),
      parts: parts.value,
      note,
    }),
  });
}

function isPossibleLine({ orderNumber, lineNumber }: NonNullable<RemedyInput['orderLine']>): boolean {
  const isNumber = orderNumber.length >= 1 && orderNumber.length <= LONGEST_ORDER_NUMBER;
  return isNumber && lineNumber >= 1 && lineNumber <= HIGHEST_LINE_NUMBER;
}
