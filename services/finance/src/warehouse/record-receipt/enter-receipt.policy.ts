import { createHash } from 'node:crypto';
import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { parseQuantity } from '../../ceiling/model/quantity.model';
import { ReferenceTaken } from '../../returns/model/warehouse-receipt.repository';
import { takeInGoods, type TakingInPorts } from '../../returns/take-in-goods/take-in-goods.handler';
import { canonicalReceipt, type ReceiptContent } from '../model/receipt-content.model';
import type { ReceiptRefusal } from '../model/receipt.errors';

export interface ReceiptPorts extends TakingInPorts {
  readonly clock: Clock;
}

export interface EnteredReceipt {
  readonly receiptId: string;
  /** The same receipt was recorded before, by a person or a file. */
  readonly existed: boolean;
}

/** Records a checked receipt and counts its goods, or finds that it is recorded already. */
export async function enterReceipt(
  tx: TenantTransaction,
  content: ReceiptContent,
  { by, importId }: { readonly by: string; readonly importId?: string },
  ports: ReceiptPorts,
): Promise<Outcome<EnteredReceipt, ReceiptRefusal>> {
  const { warehouse, reference } = content;
  const contentHash = createHash('sha256').update(canonicalReceipt(content)).digest();
  const known = await ports.receipts.find(tx, content);
  if (known !== undefined) {
    return known.contentHash.equals(contentHash)
      ? accept({ receiptId: known.id, existed: true })
      : refuse({ code: 'FINANCE_RECEIPT_CONFLICT', facts: { warehouse, reference } });
  }
  const id = newId();
  const { lines, ...head } = content;
  const receipt = {
    ...head,
    ...{ id, recordedBy: by, recordedAt: ports.clock.now() },
    ...(importId === undefined ? {} : { importId }),
    lines: lines.map(({ quantity, ...goods }, index) => ({
      ...goods,
      ...{ receiptLineId: newId(), line: index + 1, quantity: parseQuantity(quantity) },
      ...{ allocated: 0n, corrected: 0n, setAside: 0n },
    })),
  };
  await takeInGoods(tx, receipt, contentHash, ports);
  return accept({ receiptId: id, existed: false });
}

const TRIES = 5;

/** Runs it again when somebody else recorded the same reference meanwhile: then that is found. */
export async function againWhenTaken<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ReferenceTaken) || attempt === TRIES) throw error;
    }
  }
}
