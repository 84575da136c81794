import type { TenantTransaction } from '@redress/persistence';
import type { ReceiptAllocation } from '../model/warehouse-receipt.model';
import type { WarehouseReceiptRepository } from '../model/warehouse-receipt.repository';

/**
 * Takes goods off a line, those of the latest receipts first: they are counted on another line instead, or were never
 * there. Answers which.
 */
export async function takeOff(
  tx: TenantTransaction,
  returnLineId: string,
  { quantity, onto, at }: { readonly quantity: bigint; readonly onto: string | undefined; readonly at: Date },
  { receipts }: { readonly receipts: WarehouseReceiptRepository },
): Promise<readonly ReceiptAllocation[]> {
  let left = quantity;
  const taken: ReceiptAllocation[] = [];
  const counted = onto === undefined ? [] : await receipts.allocationsOf(tx, onto);
  for (const allocation of await receipts.allocationsOf(tx, returnLineId)) {
    const take = allocation.quantity < left ? allocation.quantity : left;
    if (take === 0n) continue;
    left -= take;
    const { receiptLineId } = allocation;
    taken.push({ ...allocation, quantity: take });
    await receipts.setAllocation(tx, { ...allocation, quantity: allocation.quantity - take }, at);
    if (onto === undefined) {
      const line = await receipts.lockLine(tx, receiptLineId);
      await receipts.saveLine(tx, { ...line, allocated: line.allocated - take, corrected: line.corrected + take });
    } else {
      const there = counted.find((each) => each.receiptLineId === receiptLineId)?.quantity ?? 0n;
      await receipts.setAllocation(tx, { receiptLineId, returnLineId: onto, quantity: there + take }, at);
    }
  }
  if (left > 0n) throw new Error(`return line ${returnLineId} counts more than its receipts`);
  return taken;
}
