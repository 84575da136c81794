import { accept, refuse, type Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { ReturnException } from '../model/return-exception.model';
import type { Resolved } from '../model/return-exception.repository';
import type { ReturnRefusal } from '../model/return.errors';
import { isNotExpected } from '../model/return.rules';
import { unallocatedOf } from '../model/warehouse-receipt.model';
import { judgeDifferences } from '../take-in-goods/judge-differences.policy';
import type { TakingInPorts } from '../take-in-goods/take-in-goods.handler';
import type { Concerned } from './locked-lines.policy';

/** Goods that nobody found a return for: counted on a line after all, never there, or given back or written off. */
export async function placeGoods(
  tx: TenantTransaction,
  exception: ReturnException,
  concerned: Concerned | undefined,
  end: Resolved,
  ports: TakingInPorts,
): Promise<Outcome<void, ReturnRefusal>> {
  const { exceptions, receipts, returns } = ports;
  const { receiptLineId } = exception;
  if (receiptLineId === undefined) throw new Error(`exception ${exception.id} is about no goods`);
  const goods = await receipts.lockLine(tx, receiptLineId);
  const quantity = unallocatedOf(goods);
  const counts = end.resolution === 'CORRECTED' && concerned !== undefined;
  await exceptions.resolve(tx, exception, counts ? { ...end, countedOn: concerned.line.id } : end);
  if (end.resolution !== 'CORRECTED') {
    await receipts.saveLine(tx, { ...goods, setAside: goods.setAside + quantity });
    return accept(undefined);
  }
  if (concerned === undefined) {
    await receipts.saveLine(tx, { ...goods, corrected: goods.corrected + quantity });
    return accept(undefined);
  }
  const { authorisation: before, line } = concerned;
  const closed = isNotExpected(before);
  if (closed !== undefined) return refuse(closed);
  const { by, at } = end;
  await receipts.saveLine(tx, { ...goods, allocated: goods.allocated + quantity });
  const earlier = (await receipts.allocationsOf(tx, line.id)).find((each) => each.receiptLineId === receiptLineId);
  const counted = (earlier?.quantity ?? 0n) + quantity;
  await receipts.setAllocation(tx, { receiptLineId, returnLineId: line.id, quantity: counted }, at);
  const lines = before.lines.map((each) => (each === line ? { ...line, received: line.received + quantity } : each));
  const after = { ...before, lines };
  const receiptId = await receipts.receiptOf(tx, receiptLineId);
  await returns.save(tx, { before, after, events: [{ type: 'GoodsReceived', at, by, receiptId }] });
  await judgeDifferences(tx, after, { lineIds: [line.id], by, at }, ports);
  return accept(undefined);
}
