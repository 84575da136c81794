import { allocateGoods, fittingLines, type ExpectedLine } from '../model/goods-allocation.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ReturnLine } from '../model/return-line.model';
import { unallocatedOf, type ReceiptAllocation, type ReceiptLine } from '../model/warehouse-receipt.model';

/** A receipt counted on what was expected. */
export interface TakenIn {
  readonly lines: readonly ReceiptLine[];
  readonly allocations: readonly ReceiptAllocation[];
  readonly authorisations: readonly ReturnAuthorisation[];
}

/** Counts the goods of a receipt on the returns they fit, line after line; what fits nothing stays unallocated. */
export function takeInGoods(lines: readonly ReceiptLine[], expected: readonly ReturnAuthorisation[]): TakenIn {
  let authorisations = expected;
  const allocations: ReceiptAllocation[] = [];
  const taken = new Map<string, ReceiptLine>();
  // Goods that name their order line come first: what names less takes what they leave.
  for (const receiptLine of [...lines].sort((one, other) => namedBy(other) - namedBy(one))) {
    const candidates = expectedLines(authorisations);
    const allocated = allocateGoods({ ...receiptLine, quantity: unallocatedOf(receiptLine) }, candidates);
    const complete = receiptLine.complete ? fittingLines(receiptLine, candidates).map(({ id }) => id) : [];
    authorisations = changedLines(authorisations, (line) => {
      const more = allocated.find(({ returnLineId }) => returnLineId === line.id)?.quantity ?? 0n;
      if (more === 0n && !complete.includes(line.id)) return line;
      return { ...line, received: line.received + more, complete: line.complete || complete.includes(line.id) };
    });
    const { receiptLineId } = receiptLine;
    allocations.push(...allocated.map((allocation) => ({ receiptLineId, ...allocation })));
    const sum = allocated.reduce((total, { quantity }) => total + quantity, 0n);
    taken.set(receiptLineId, { ...receiptLine, allocated: receiptLine.allocated + sum });
  }
  return { lines: lines.map((line) => taken.get(line.receiptLineId) ?? line), allocations, authorisations };
}

/** How closely goods say where they belong. */
function namedBy({ orderNumber, lineNumber, product }: ReceiptLine): number {
  if (orderNumber !== undefined && lineNumber !== undefined) return 3;
  return (orderNumber === undefined ? 0 : 1) + (product === undefined ? 0 : 1);
}

/** The lines on which goods may be counted, earlier authorisations first. */
export function expectedLines(authorisations: readonly ReturnAuthorisation[]): readonly ExpectedLine[] {
  return authorisations.flatMap(({ number, lines }) => lines.map((line) => ({ number, line })));
}

/** The authorisations with the lines that changed; those of which none did stay the same object. */
export function changedLines(
  authorisations: readonly ReturnAuthorisation[],
  change: (line: ReturnLine) => ReturnLine,
): readonly ReturnAuthorisation[] {
  return authorisations.map((authorisation) => {
    const lines = authorisation.lines.map(change);
    return lines.every((line, index) => line === authorisation.lines[index])
      ? authorisation
      : { ...authorisation, lines };
  });
}
