import { readMoney } from '@redress/graphql-runtime';
import { accept, addMoney, refuse, type Money, type Outcome, type Refusal } from '@redress/kernel';
import { present } from '../model/present-members.model';
import type { RemedyPart } from '../model/remedy-part.model';
import type { RemedyInput, RemedyPartInput } from './propose-resolution.gql';

const MOST_PARTS = 50;
const QUANTITY = /^\d{1,12}(\.\d{1,6})?$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

type InputRefusal = 'AMOUNT_INVALID' | 'INPUT_INVALID';

/** The parts of a remedy's input; refuses what no order or currency could hold, each with its place. */
export function partsFromInput(
  { kind, parts }: Pick<RemedyInput, 'kind' | 'parts'>,
  path: readonly string[],
): Outcome<readonly RemedyPart[] | undefined, InputRefusal> {
  if (parts === undefined || parts.length === 0) return accept(undefined);
  if (parts.length > MOST_PARTS) {
    return refuse({ code: 'INPUT_INVALID', path: [...path, 'parts'], details: { limit: MOST_PARTS } });
  }
  const read: RemedyPart[] = [];
  const refusals: Refusal<InputRefusal>[] = [];
  parts.forEach((input, index) => {
    const part = partFromInput(kind, input, [...path, 'parts', String(index)]);
    if (part.ok) read.push(part.value);
    else refusals.push(...part.refusals);
  });
  const [first, ...others] = refusals;
  return first === undefined ? accept(read) : refuse(first, ...others);
}

/** What the parts come to, when all are of one currency. */
export function sumOf(parts: readonly RemedyPart[] | undefined): Money | undefined {
  const [first, ...others] = (parts ?? []).map(({ amount }) => amount);
  if (first === undefined || others.some(({ currency }) => currency !== first.currency)) return first;
  return others.reduce(addMoney, first);
}

function partFromInput(
  ofRemedy: RemedyPart['kind'],
  { kind = ofRemedy, orderNumber, lineNumber, charge, quantity, amount, payee }: RemedyPartInput,
  path: readonly string[],
): Outcome<RemedyPart, InputRefusal> {
  const money = readMoney(amount, [...path, 'amount']);
  if (!money.ok) return money;
  const places: Record<string, boolean> = {
    orderNumber: orderNumber === undefined || (orderNumber.trim() !== '' && orderNumber.length <= 64),
    lineNumber: lineNumber === undefined || (orderNumber !== undefined && lineNumber >= 1 && lineNumber <= 100_000),
    charge: charge === undefined || CODE.test(charge),
    quantity: quantity === undefined || (QUANTITY.test(quantity) && Number(quantity) > 0),
    payee: payee === undefined || (payee.trim() !== '' && payee.length <= 64),
  };
  const [wrong] = Object.entries(places).find(([, fits]) => !fits) ?? [];
  if (wrong !== undefined) return refuse({ code: 'INPUT_INVALID', path: [...path, wrong] });
  return accept({ kind, amount: money.value, ...present({ orderNumber, lineNumber, charge, quantity, payee }) });
}
