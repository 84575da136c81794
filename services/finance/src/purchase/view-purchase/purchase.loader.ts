import type { GraphContext } from '@redress/graphql-runtime';
import type { Database, TenantReader } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import type { PurchaseCharge } from './purchase-charge.gql';
import type { Purchase, PurchaseLine, PurchasePayment } from './purchase.gql';
import {
  chargesByPurchase,
  linesByPurchase,
  paymentsByPurchase,
  purchasesBy,
  settlementsByPurchase,
  type PurchaseRecord,
} from './purchase.query';
import { toCharge, toLine, toPayment, toPurchase } from './to-purchase.gql';

/** Finds orders for one request, in one statement for each level; only staff see any. */
export class PurchaseLoader {
  constructor(private readonly database: Database) {}

  async find({ viewer, loader }: GraphContext, key: 'id' | 'orderNumber', value: string): Promise<Purchase | null> {
    if (!isStaff(viewer)) return null;
    const reader = this.database.reader(viewer.tenantId);
    const record = await loader<string, PurchaseRecord>(`purchases:${key}`, (values) =>
      purchasesBy(reader, key, values),
    ).load(value);
    return record === null ? null : toPurchase(record);
  }

  async lines(context: GraphContext, purchaseId: string): Promise<PurchaseLine[]> {
    return (await this.partsOf(context, 'purchase-lines', linesByPurchase, purchaseId)).map(toLine);
  }

  /** Of one line, or of the order as a whole when the line number is 0. */
  async charges(context: GraphContext, purchaseId: string, lineNumber: number): Promise<PurchaseCharge[]> {
    const records = await this.partsOf(context, 'purchase-charges', chargesByPurchase, purchaseId);
    return records.filter((record) => record.lineNumber === lineNumber).map(toCharge);
  }

  async payments(context: GraphContext, purchaseId: string): Promise<PurchasePayment[]> {
    return (await this.partsOf(context, 'purchase-payments', paymentsByPurchase, purchaseId)).map(toPayment);
  }

  /** Ids of the settlements that drew on its lines and charges, oldest first. */
  async settlementIds(context: GraphContext, purchaseId: string): Promise<string[]> {
    const draws = await this.partsOf(context, 'purchase-settlements', settlementsByPurchase, purchaseId);
    return draws.map(({ settlementId }) => settlementId);
  }

  private async partsOf<Row>(
    { viewer, loader }: GraphContext,
    name: string,
    read: (reader: TenantReader, ids: readonly string[]) => Promise<Row[][]>,
    purchaseId: string,
  ): Promise<Row[]> {
    const reader = this.database.reader(viewer.tenantId);
    return (await loader<string, Row[]>(name, (ids) => read(reader, ids)).load(purchaseId)) ?? [];
  }
}
