import type { TenantTransaction } from '@redress/persistence';
import type { WarehouseReceiptRepository } from '../model/warehouse-receipt.repository';

/** Goods that were recorded and never there: the latest receipts of the line are put right first. */
export async function uncount(
  tx: TenantTransaction,
  returnLineId: string,
  miscounted: bigint,
  at: Date,
  { receipts }: { readonly receipts: WarehouseReceiptRepository },
): Promise<void> {
  let left = miscounted;
  for (const allocation of await receipts.allocationsOf(tx, returnLineId)) {
    const take = allocation.quantity < left ? allocation.quantity : left;
    if (take === 0n) continue;
    left -= take;
    const line = await receipts.lockLine(tx, allocation.receiptLineId);
    const { allocated, corrected } = line;
    await receipts.saveLine(tx, { ...line, allocated: allocated - take, corrected: corrected + take });
    await receipts.setAllocation(tx, { ...allocation, quantity: allocation.quantity - take }, at);
  }
  if (left > 0n) throw new Error(`return line ${returnLineId} counts more than its receipts`);
}
