import { toGlobalId, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import type { Purchase, PurchaseLine, PurchasePayment } from './purchase.gql';
import {
  linesByPurchase,
  paymentsByPurchase,
  purchasesBy,
  type PurchaseLineRecord,
  type PurchasePaymentRecord,
  type PurchaseRecord,
} from './purchase.query';

/** Finds orders for one request, in one statement for each level; only staff see any. */
export class PurchaseLoader {
  constructor(private readonly database: Database) {}

  async find({ viewer, loader }: GraphContext, key: 'id' | 'orderNumber', value: string): Promise<Purchase | null> {
    if (!isStaff(viewer)) return null;
    const reader = this.database.reader(viewer.tenantId);
    const record = await loader<string, PurchaseRecord>(`purchases:${key}`, (values) =>
      purchasesBy(reader, key, values),
    ).load(value);
    return record === null ? null : { ...record, id: toGlobalId('Purchase', record.id) };
  }

  async lines({ viewer, loader }: GraphContext, purchaseId: string): Promise<PurchaseLine[]> {
    const reader = this.database.reader(viewer.tenantId);
    const records = await loader<string, PurchaseLineRecord[]>('purchase-lines', (ids) =>
      linesByPurchase(reader, ids),
    ).load(purchaseId);
    return (records ?? []).map(toLine);
  }

  async payments({ viewer, loader }: GraphContext, purchaseId: string): Promise<PurchasePayment[]> {
    const reader = this.database.reader(viewer.tenantId);
    const records = await loader<string, PurchasePaymentRecord[]>('purchase-payments', (ids) =>
      paymentsByPurchase(reader, ids),
    ).load(purchaseId);
    return (records ?? []).map(({ provider, reference, amountMinor, currency }) => ({
      provider,
      reference,
      amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
    }));
  }
}

function toLine({ lineNumber, description, quantity, currency, ...amounts }: PurchaseLineRecord): PurchaseLine {
  const [paid, reserved, settled] = [amounts.paidMinor, amounts.reservedMinor, amounts.settledMinor].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ];
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency });
  return {
    lineNumber,
    description,
    quantity: quantity.replace(/\.?0+$/, ''),
    paid: money(paid),
    reserved: money(reserved),
    settled: money(settled),
    remaining: money(paid - reserved - settled),
  };
}
