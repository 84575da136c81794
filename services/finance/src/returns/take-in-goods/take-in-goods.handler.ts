import type { TenantTransaction } from '@redress/persistence';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import { MATTER } from '../model/return-exception.model';
import type { Raised } from '../model/return-exception.repository';
import type { ReturnRepository } from '../model/return.repository';
import { unallocatedOf, type ReceiptLine, type WarehouseReceipt } from '../model/warehouse-receipt.model';
import type { WarehouseReceiptRepository } from '../model/warehouse-receipt.repository';
import { judgeDifferences, type JudgingPorts } from './judge-differences.policy';
import { takeInGoods as decide, type TakenIn } from './take-in-goods.decide';

export interface TakingInPorts extends JudgingPorts {
  readonly returns: ReturnRepository;
  readonly receipts: WarehouseReceiptRepository;
}

/** Stores a receipt, counts its goods, and holds what does not fit, all in the caller's transaction. */
export async function takeInGoods(
  tx: TenantTransaction,
  receipt: WarehouseReceipt,
  contentHash: Buffer,
  ports: TakingInPorts,
): Promise<void> {
  const { returns, receipts, exceptions } = ports;
  const { id: receiptId, recordedBy: by, recordedAt: at } = receipt;
  const before = await returns.lockExpecting(tx, {
    returnNumbers: named(receipt.lines.map(({ returnNumber }) => returnNumber)),
    orderNumbers: named(receipt.lines.map(({ orderNumber }) => orderNumber)),
  });
  const taken = decide(receipt.lines, before);
  await receipts.add(tx, { ...receipt, lines: taken.lines }, contentHash);
  await receipts.addAllocations(tx, taken.allocations, at);
  for (const [index, after] of taken.authorisations.entries()) {
    const known = before[index];
    if (known === undefined || known === after) continue;
    const changed = after.lines.filter((line, place) => line !== known.lines[place]).map(({ id }) => id);
    await returns.save(tx, { before: known, after, events: [{ type: 'GoodsReceived', at, by, receiptId }] });
    await judgeDifferences(tx, after, { lineIds: changed, by, at }, ports);
  }
  await exceptions.raise(tx, [...withoutReturn(taken, receipt), ...damaged(taken, receipt)]);
}

function withoutReturn({ lines, authorisations }: TakenIn, { recordedBy, recordedAt }: WarehouseReceipt): Raised[] {
  return lines
    .filter((line) => unallocatedOf(line) > 0n)
    .map((line) => {
      const asked = authorisations.find((authorisation) => isNamedBy(line, authorisation));
      return {
        kind: asked === undefined ? 'UNEXPECTED_GOODS' : 'MISMATCHED_LINE',
        ...{ matter: MATTER.goods(line.receiptLineId), receiptLineId: line.receiptLineId },
        ...(asked === undefined ? {} : { authorisationId: asked.id }),
        ...{ quantity: unallocatedOf(line), owner: asked?.owner ?? recordedBy, raisedAt: recordedAt },
      };
    });
}

function damaged(
  { lines, allocations, authorisations }: TakenIn,
  { recordedAt: raisedAt }: WarehouseReceipt,
): Raised[] {
  const broken = new Set(lines.filter((line) => line.damaged).map(({ receiptLineId }) => receiptLineId));
  return allocations
    .filter(({ receiptLineId }) => broken.has(receiptLineId))
    .flatMap(({ receiptLineId, returnLineId, quantity }) => {
      const of = authorisations.find(({ lines: own }) => own.some(({ id }) => id === returnLineId));
      if (of === undefined) return [];
      const matter = MATTER.damaged(receiptLineId, returnLineId);
      const about = { authorisationId: of.id, returnLineId, receiptLineId };
      return [{ kind: 'DAMAGED' as const, matter, ...about, quantity, owner: of.owner, raisedAt }];
    });
}

function isNamedBy({ returnNumber, orderNumber }: ReceiptLine, { number, lines }: ReturnAuthorisation): boolean {
  return returnNumber === number || lines.some((line) => line.orderNumber === orderNumber);
}

function named(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined))];
}
