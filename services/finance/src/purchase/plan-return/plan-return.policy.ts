import { allocate, money, type Money } from '@redress/kernel';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';

/** A line that the customer bought, with what is left of it. */
export interface BoughtLine {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly quantity: string;
  readonly paid: Money;
  readonly returnable: string;
  readonly remaining: Money;
}

/** Goods that a customer wants to give back. */
export interface ReturnAsked {
  readonly quantity: string;
  readonly amount: Money;
}

/** What comes back on one line. */
export interface ReturnPart {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly quantity: string;
  readonly amount: Money;
}

export interface ReturnPlan {
  readonly parts: readonly ReturnPart[];
  /** How much more is asked than the lines have left; it lies in the last part, where its ceiling will refuse it. */
  readonly exceedsBy: string;
}

interface Taken {
  readonly line: BoughtLine;
  units: bigint;
}

/**
 * Spreads a return over the lines by which the customer bought the product, latest first, but those of the price asked
 * before others. It decides nothing: whether a line still has as much is judged under the lock of its ceiling.
 */
export function planReturn(lines: readonly BoughtLine[], asked: ReturnAsked): ReturnPlan {
  const units = parseQuantity(asked.quantity);
  const ofThatPrice = (line: BoughtLine) =>
    line.paid.amountMinor * units === asked.amount.amountMinor * parseQuantity(line.quantity);
  const ordered = [...lines.filter(ofThatPrice), ...lines.filter((line) => !ofThatPrice(line))];
  const taken: Taken[] = [];
  let left = units;
  for (const line of ordered) {
    const returnable = parseQuantity(line.returnable);
    const take = returnable < left ? returnable : left;
    if (take > 0n) taken.push({ line, units: take });
    left -= take;
  }
  const [first] = ordered;
  if (first === undefined) return { parts: [], exceedsBy: formatQuantity(left) };
  if (taken.length === 0) taken.push({ line: first, units: 0n });
  const last = taken.at(-1);
  if (last !== undefined) last.units += left;
  const amounts = amountsOf(taken, asked.amount);
  const parts = taken.map(({ line: { orderNumber, lineNumber }, units: ofLine }, index) => {
    const amount = money(amounts[index] ?? 0n, asked.amount.currency);
    return { orderNumber, lineNumber, quantity: formatQuantity(ofLine), amount };
  });
  return { parts, exceedsBy: formatQuantity(left) };
}

/** In proportion to the quantities; what a line cannot bear goes to those that can, and at last to the last. */
function amountsOf(taken: readonly Taken[], amount: Money): bigint[] {
  const even = allocate(
    amount,
    taken.map(({ units }) => units),
  ).map(({ amountMinor }) => amountMinor);
  const rooms = taken.map(({ line }) => line.remaining.amountMinor);
  const borne = even.map((part, index) => least(part, rooms[index] ?? 0n));
  let over = amount.amountMinor - sum(borne);
  const amounts = borne.map((part, index) => {
    const more = least((rooms[index] ?? 0n) - part, over);
    over -= more;
    return part + more;
  });
  return amounts.map((part, index) => (index === amounts.length - 1 ? part + over : part));
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((total, part) => total + part, 0n);
}
