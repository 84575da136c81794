import { appendEvents } from '@redress/messaging';
import { isDuplicateKey } from '@redress/persistence';
import { OrderNumberTaken, type PurchaseRepository } from '../model/purchase.repository';
import { purchasePublication } from '../published/purchase.publication';

export const purchasesInMysql: PurchaseRepository = {
  async findByOrderNumber(tx, orderNumber) {
    const [row] = await tx.query<{ id: string; content_hash: Buffer }>(
      'SELECT p.id, p.content_hash FROM purchase p WHERE p.tenant_id = :tenantId AND p.order_number = :orderNumber',
      { orderNumber },
    );
    return row === undefined ? undefined : { id: row.id, contentHash: row.content_hash };
  },

  async add(tx, purchase, contentHash) {
    const { id, orderNumber, customerExternalRef, placedAt, currency, registeredAt, registeredBy } = purchase;
    const head = {
      id,
      order_number: orderNumber,
      customer_external_ref: customerExternalRef ?? null,
      placed_at: placedAt,
      currency,
      content_hash: contentHash,
      registered_at: registeredAt,
      registered_by: registeredBy,
      version: 1,
    };
    await tx.insertMany('purchase', [head]).catch((error: unknown) => {
      throw isDuplicateKey(error, 'by_order_number') ? new OrderNumberTaken() : error;
    });
    await tx.insertMany(
      'purchase_line',
      purchase.lines.map(({ id: lineId, lineNumber, description, quantity, paid }) => ({
        id: lineId,
        purchase_id: id,
        line_number: lineNumber,
        description,
        quantity,
        paid_minor: paid.amountMinor,
        currency: paid.currency,
      })),
    );
    if (purchase.payments.length > 0) {
      await tx.insertMany(
        'purchase_payment',
        purchase.payments.map(({ id: paymentId, provider, reference, amount }) => ({
          id: paymentId,
          purchase_id: id,
          provider,
          reference,
          amount_minor: amount.amountMinor,
          currency: amount.currency,
        })),
      );
    }
    await appendEvents(tx, { id, version: 1 }, [purchasePublication(purchase)]);
  },
};
