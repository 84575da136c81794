import type { OriginalPayment } from '../model/original-payment.model';
import type { OriginalPaymentRepository } from '../model/original-payment.repository';

interface PaidRow {
  readonly id: string;
  readonly orderNumber: string;
  readonly provider: string;
  readonly reference: string;
  readonly amountMinor: string;
}

export const originalPaymentsInMysql: OriginalPaymentRepository = {
  async lockOf(tx, orderNumbers, currency) {
    const orders = new Map<string, OriginalPayment[]>();
    if (orderNumbers.length === 0) return orders;
    const paid = await tx.query<PaidRow>(
      `SELECT o.id, u.order_number AS orderNumber, o.provider, o.reference, o.amount_minor AS amountMinor
       FROM purchase u JOIN purchase_payment o ON o.tenant_id = u.tenant_id AND o.purchase_id = u.id
       WHERE u.tenant_id = :tenantId AND u.order_number IN (:orderNumbers) AND o.tenant_id = :tenantId
         AND o.currency = :currency
       ORDER BY o.id FOR UPDATE`,
      { orderNumbers, currency },
    );
    if (paid.length === 0) return orders;
    const back = await tx.query<{ id: string; sum: string }>(
      `SELECT p.original_payment_id AS id, SUM(p.amount_minor) AS sum FROM payment p
       WHERE p.tenant_id = :tenantId AND p.original_payment_id IN (:ids) AND p.state <> 'DECLINED'
       GROUP BY p.original_payment_id`,
      { ids: paid.map(({ id }) => id) },
    );
    const refunded = new Map(back.map(({ id, sum }) => [id, BigInt(sum)]));
    for (const { id, orderNumber, provider, reference, amountMinor } of paid) {
      const original = {
        id,
        provider,
        reference,
        paidMinor: BigInt(amountMinor),
        refundedMinor: refunded.get(id) ?? 0n,
      };
      orders.set(orderNumber, [...(orders.get(orderNumber) ?? []), original]);
    }
    return orders;
  },
};
