import { openOf, type ReturnLine } from './return-line.model';

/** Goods as a warehouse describes them: everything that it names must fit. */
export interface ReceivedGoods {
  readonly receiptLineId: string;
  /** Number of the return that the goods came with. */
  readonly returnNumber?: string;
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly product?: string;
  /** Whole millionths. */
  readonly quantity: bigint;
}

/** A line on which goods may be counted, with the number of its return. */
export interface ExpectedLine {
  readonly number: string;
  readonly line: ReturnLine;
}

export interface Allocation {
  readonly returnLineId: string;
  readonly quantity: bigint;
}

/** Whether the goods are known to belong to a return or an order, and not to a product alone. */
export function areNamed({ returnNumber, orderNumber }: ReceivedGoods): boolean {
  return returnNumber !== undefined || orderNumber !== undefined;
}

/** The lines that the goods may belong to, in their order. A line is found by its order and number, never by product alone. */
export function fittingLines(goods: ReceivedGoods, expected: readonly ExpectedLine[]): readonly ReturnLine[] {
  if (!areNamed(goods)) return [];
  const fits = (asked: string | number | undefined, has: string | number | undefined): boolean =>
    asked === undefined || asked === has;
  return expected
    .filter(
      ({ number, line }) =>
        fits(goods.returnNumber, number) &&
        fits(goods.orderNumber, line.orderNumber) &&
        fits(goods.lineNumber, line.lineNumber) &&
        fits(goods.product, line.product),
    )
    .map(({ line }) => line);
}

/**
 * Counts goods on the lines they fit, in the order of the lines, each up to what is still open; what is left lies on
 * the last of them, where it is seen as too much. However goods are split into receipts, each line ends with the same.
 */
export function allocateGoods(goods: ReceivedGoods, expected: readonly ExpectedLine[]): readonly Allocation[] {
  const lines = fittingLines(goods, expected);
  let left = goods.quantity;
  const taken = new Map<string, bigint>();
  for (const line of lines) {
    const open = openOf(line);
    const take = open < left ? open : left;
    if (take > 0n) taken.set(line.id, take);
    left -= take;
  }
  const last = lines.at(-1);
  if (last !== undefined && left > 0n) taken.set(last.id, (taken.get(last.id) ?? 0n) + left);
  return [...taken].map(([returnLineId, quantity]) => ({ returnLineId, quantity }));
}
