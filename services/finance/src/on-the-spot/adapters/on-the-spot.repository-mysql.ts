import type { OnTheSpotRepository } from '../model/on-the-spot.repository';
import { ON_THE_SPOT_COLUMNS, paymentOf, type OnTheSpotRow } from './on-the-spot-payment.row';

export const onTheSpotInMysql: OnTheSpotRepository = {
  async add(tx, { id, instrument, amount, orderLine, outlet, draws, exception, version, ...payment }) {
    await tx.insertMany('on_the_spot_payment', [
      {
        ...{ id, instrument, outlet, version },
        complaint_id: payment.complaintId,
        customer_id: payment.customerId,
        amount_minor: amount.amountMinor,
        currency: amount.currency,
        order_number: orderLine?.orderNumber ?? null,
        line_number: orderLine?.lineNumber ?? null,
        paid_by: payment.paidBy,
        paid_at: payment.paidAt,
        over_minor: exception?.over.amountMinor ?? 0n,
        exception_reason: exception?.reason ?? null,
      },
    ]);
    const rows = draws.map(({ ceilingId, amountMinor }) => ({
      payment_id: id,
      ceiling_id: ceilingId,
      amount_minor: amountMinor,
    }));
    if (rows.length > 0) await tx.insertMany('on_the_spot_draw', rows);
  },

  async lock(tx, id) {
    const [row] = await tx.query<OnTheSpotRow>(
      `SELECT ${ON_THE_SPOT_COLUMNS} FROM on_the_spot_payment o WHERE o.tenant_id = :tenantId AND o.id = :id FOR UPDATE`,
      { id },
    );
    return row === undefined ? undefined : paymentOf(row);
  },

  async save(tx, { id, exception, version }) {
    await tx.execute(
      `UPDATE on_the_spot_payment o SET o.exception_owner = :owner, o.exception_ended_by = :endedBy,
         o.exception_ended_at = :endedAt, o.exception_note = :note, o.version = :version
       WHERE o.tenant_id = :tenantId AND o.id = :id`,
      {
        ...{ id, version },
        owner: exception?.owner ?? null,
        endedBy: exception?.endedBy ?? null,
        endedAt: exception?.endedAt ?? null,
        note: exception?.note ?? null,
      },
    );
  },
};
