import { newId } from '@redress/kernel';
import type { Database, TenantTransaction } from '@redress/persistence';
import type { Payment } from '../model/payment.model';
import type { PaymentRepository } from '../model/payment.repository';
import type { PaymentState } from '../model/payment.transitions';
import { PaymentRow } from './payment.row';

/** `microseconds` keeps pauses exact in a portable interval. */
const IN = 'DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)';

export function paymentsInMysql(database: Database): PaymentRepository {
  return {
    async add(tx, payment) {
      await tx.rows(PaymentRow).insert(toRow(payment));
      await due(tx, payment.id, 0);
    },

    async lock(tx, { paymentId, lease }) {
      const row = await tx.rows(PaymentRow).findOne({ id: paymentId }, { lock: 'update' });
      if (row === undefined) return undefined;
      const [held] = await tx.query<{ one: number }>(
        `SELECT 1 AS one FROM payment p
         WHERE p.tenant_id = :tenantId AND p.id = :paymentId AND p.lease_holder = :lease AND p.lease_until > NOW(3)`,
        { paymentId, lease },
      );
      return { payment: fromRow(row), leaseHolds: held !== undefined };
    },

    async keep(tx, payment, leaseMs) {
      await tx.rows(PaymentRow).update(payment.id, progressOf(payment));
      await tx.execute(
        `UPDATE payment p SET p.lease_until = ${IN} WHERE p.tenant_id = :tenantId AND p.id = :paymentId`,
        { paymentId: payment.id, microseconds: leaseMs * 1000 },
      );
    },

    async putBack(tx, payment, dueInMs) {
      await tx.rows(PaymentRow).update(payment.id, progressOf(payment));
      await due(tx, payment.id, dueInMs);
    },

    async lease(limit, leaseMs) {
      const found = await database.system.query<{ tenant_id: string; id: string }>(
        `SELECT tenant_id, id FROM payment
         WHERE next_step_at <= NOW(3) AND (lease_until IS NULL OR lease_until <= NOW(3))
         ORDER BY next_step_at LIMIT ${String(Math.trunc(limit))}`,
      );
      if (found.length === 0) return [];
      const keys = { tenants: [...new Set(found.map((row) => row.tenant_id))], ids: found.map((row) => row.id) };
      const lease = newId();
      await database.system.execute(
        `UPDATE payment SET lease_holder = :lease, lease_until = ${IN}
         WHERE tenant_id IN (:tenants) AND id IN (:ids)
           AND next_step_at <= NOW(3) AND (lease_until IS NULL OR lease_until <= NOW(3))`,
        { ...keys, lease, microseconds: leaseMs * 1000 },
      );
      const leased = await database.system.query<{ tenant_id: string; id: string }>(
        'SELECT tenant_id, id FROM payment WHERE tenant_id IN (:tenants) AND id IN (:ids) AND lease_holder = :lease',
        { ...keys, lease },
      );
      return leased.map((row) => ({ tenantId: row.tenant_id, paymentId: row.id, lease }));
    },
  };
}

async function due(tx: TenantTransaction, paymentId: string, dueInMs: number | undefined): Promise<void> {
  await tx.execute(
    `UPDATE payment p SET p.next_step_at = ${dueInMs === undefined ? 'NULL' : IN}, p.lease_holder = NULL, p.lease_until = NULL
     WHERE p.tenant_id = :tenantId AND p.id = :paymentId`,
    { paymentId, ...(dueInMs === undefined ? {} : { microseconds: dueInMs * 1000 }) },
  );
}

function progressOf({ state, attempts, misses, providerReference, reason }: Payment) {
  return { state, attempts, misses, providerReference: providerReference ?? null, reason: reason ?? null };
}

function toRow(payment: Payment) {
  const { amount, ...plain } = payment;
  return { ...plain, ...progressOf(payment), amountMinor: amount.amountMinor, currency: amount.currency };
}

function fromRow(row: PaymentRow): Payment {
  const { id, settlementId, provider, idempotencyKey, reference, beneficiary, attempts, misses } = row;
  return {
    ...{ id, settlementId, provider, idempotencyKey, reference, beneficiary, attempts, misses },
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    state: row.state as PaymentState,
    ...(row.providerReference === null ? {} : { providerReference: row.providerReference }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}
