import { appendEventsOfMany } from '@redress/messaging';
import { isDuplicateKey } from '@redress/persistence';
import { formatDecimal } from '../model/decimal.model';
import { OrderNumberTaken, type PurchaseRepository } from '../model/purchase.repository';
import { purchasePublication } from '../published/purchase.publication';
import { chargeRows, lineRows, paymentRows, purchaseRow } from './purchase.row';

interface RateRow {
  readonly baseCurrency: string;
  readonly rate: string;
  readonly rateId: string | null;
  readonly on: string;
}

export const purchasesInMysql: PurchaseRepository = {
  async findByOrderNumbers(tx, orderNumbers) {
    if (orderNumbers.length === 0) return new Map();
    const rows = await tx.query<{ id: string; order_number: string; content_hash: Buffer }>(
      `SELECT p.id, p.order_number, p.content_hash FROM purchase p
       WHERE p.tenant_id = :tenantId AND p.order_number IN (:orderNumbers)`,
      { orderNumbers },
    );
    return new Map(rows.map((row) => [row.order_number, { id: row.id, contentHash: row.content_hash }]));
  },

  async add(tx, entered) {
    const purchases = entered.map(({ purchase }) => purchase);
    const heads = entered.map(({ purchase, contentHash }) => purchaseRow(purchase, contentHash));
    await tx.insertMany('purchase', heads).catch((error: unknown) => {
      throw isDuplicateKey(error, 'by_order_number') ? new OrderNumberTaken() : error;
    });
    const parts = [
      ['purchase_line', purchases.flatMap(lineRows)],
      ['purchase_charge', purchases.flatMap(chargeRows)],
      ['purchase_payment', purchases.flatMap(paymentRows)],
    ] as const;
    for (const [table, rows] of parts) if (rows.length > 0) await tx.insertMany(table, rows);
    await appendEventsOfMany(
      tx,
      purchases.map((purchase) => ({
        aggregate: { id: purchase.id, version: 1 },
        events: [purchasePublication(purchase)],
      })),
    );
  },

  async exchangeRateOf(reader, orderNumber) {
    const [row] = await reader.query<RateRow>(
      `SELECT p.base_currency AS baseCurrency, p.base_rate AS rate, p.rate_id AS rateId, p.rate_on AS \`on\` FROM purchase p
       WHERE p.tenant_id = :tenantId AND p.order_number = :orderNumber AND p.base_rate IS NOT NULL`,
      { orderNumber },
    );
    if (row === undefined) return undefined;
    const { rateId, rate, ...plain } = row;
    return { ...plain, rate: formatDecimal(rate), ...(rateId === null ? {} : { rateId }) };
  },
};
