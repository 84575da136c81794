import type { Database, TenantTransaction } from '@redress/persistence';
import type { Payment } from '../model/payment.model';
import type { PaymentRepository, PaymentStanding } from '../model/payment.repository';
import { isAutomatic } from '../model/payout-means.model';
import { releaseHeld } from './held-payments-mysql';
import { leaseDue, SOON } from './payment-leases-mysql';
import { fromRow, intentParams, PAYMENT_COLUMNS, progressParams, type PaymentRow } from './payment.mapper';

const PROGRESS = `p.state = :state, p.attempts = :attempts, p.misses = :misses,
  p.provider_reference = :providerReference, p.reason = :reason,
  p.uncertain_since = CASE WHEN :state IN ('SENT', 'UNKNOWN') THEN COALESCE(p.uncertain_since, NOW(3)) END,
  p.held_until = CASE WHEN :state = 'PENDING' THEN p.held_until END`;
const OWN = 'p.tenant_id = :tenantId AND p.id = :paymentId';

/** Payments in MySQL. Times are compared by the database's clock alone. */
export function paymentsInMysql({ system }: Pick<Database, 'system'>): PaymentRepository {
  return {
    async add(tx, payments) {
      for (const payment of payments) await insert(tx, payment);
    },

    standingsOf: (tx, settlementId) =>
      tx.query<PaymentStanding>(
        `SELECT p.sequence, p.state FROM payment p
         WHERE p.tenant_id = :tenantId AND p.settlement_id = :settlementId AND p.redirected_to IS NULL`,
        { settlementId },
      ),

    async lastSequenceOf(tx, settlementId) {
      const [row] = await tx.query<{ last: number }>(
        'SELECT MAX(p.sequence) AS last FROM payment p WHERE p.tenant_id = :tenantId AND p.settlement_id = :settlementId',
        { settlementId },
      );
      return row?.last ?? 0;
    },

    async lock(tx, { paymentId, lease }) {
      const [row] = await tx.query<PaymentRow & { leaseHolds: number | null }>(
        `SELECT ${PAYMENT_COLUMNS}, (p.lease_holder = :lease AND p.lease_until > NOW(3)) AS leaseHolds
         FROM payment p WHERE ${OWN} FOR UPDATE`,
        { paymentId, lease },
      );
      return row === undefined ? undefined : { payment: fromRow(row), leaseHolds: Number(row.leaseHolds ?? 0) === 1 };
    },

    async lockById(tx, paymentId) {
      const [row] = await tx.query<PaymentRow>(`SELECT ${PAYMENT_COLUMNS} FROM payment p WHERE ${OWN} FOR UPDATE`, {
        paymentId,
      });
      return row === undefined ? undefined : fromRow(row);
    },

    async lockStanding(tx, settlementId) {
      const rows = await tx.query<PaymentRow>(
        `SELECT ${PAYMENT_COLUMNS} FROM payment p
         WHERE p.tenant_id = :tenantId AND p.settlement_id = :settlementId AND p.redirected_to IS NULL
         ORDER BY p.sequence FOR UPDATE`,
        { settlementId },
      );
      return rows.map(fromRow);
    },

    async redirect(tx, payment, redirectedTo) {
      await tx.execute(
        `UPDATE payment p SET ${PROGRESS}, p.redirected_to = :redirectedTo, p.next_step_at = NULL WHERE ${OWN}`,
        { ...progressParams(payment), redirectedTo },
      );
    },

    async hasten(tx, paymentId) {
      const { affectedRows } = await tx.execute(
        `UPDATE payment p SET p.next_step_at = NOW(3)
         WHERE ${OWN} AND p.next_step_at IS NOT NULL AND (p.lease_until IS NULL OR p.lease_until <= NOW(3))`,
        { paymentId },
      );
      return affectedRows > 0;
    },

    async keep(tx, payment, leaseMs) {
      await tx.execute(`UPDATE payment p SET ${PROGRESS}, p.lease_until = ${SOON} WHERE ${OWN}`, {
        ...progressParams(payment),
        microseconds: leaseMs * 1000,
      });
    },

    putBack,

    releaseHeld: (now, limit) => releaseHeld(system, now, limit),

    lease: (limit, leaseMs, lane) => leaseDue(system, limit, leaseMs, lane),
  };
}

async function putBack(tx: TenantTransaction, payment: Payment, dueInMs: number | undefined): Promise<void> {
  const due = dueInMs === undefined ? { sql: 'NULL' } : { sql: SOON, microseconds: dueInMs * 1000 };
  const { sql, ...params } = due;
  await tx.execute(
    `UPDATE payment p SET ${PROGRESS}, p.next_step_at = ${sql}, p.lease_holder = NULL, p.lease_until = NULL
     WHERE ${OWN}`,
    { ...progressParams(payment), ...params },
  );
}

async function insert(tx: TenantTransaction, payment: Payment): Promise<void> {
  const due = isAutomatic(payment.means) && payment.heldUntil === undefined ? 'NOW(3)' : 'NULL';
  await tx.execute(
    `INSERT INTO payment (tenant_id, id, settlement_id, sequence, means, provider, idempotency_key, reference,
       beneficiary, amount_minor, currency, state, attempts, misses, original_payment_id, original_reference,
       end_to_end_id, redirects, instalment, not_before, held_until, created_at, next_step_at)
     VALUES (:tenantId, :id, :settlementId, :sequence, :means, :provider, :idempotencyKey, :reference,
       :beneficiary, :amountMinor, :currency, :state, :attempts, :misses, :originalPaymentId, :originalReference,
       :endToEndId, :redirects, :instalment, :notBefore, :heldUntil, NOW(3), ${due})`,
    intentParams(payment),
  );
}
