import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { Payment } from '../model/payment.model';
import type { LeasedPayment, PaymentRepository } from '../model/payment.repository';
import type { PaymentState } from '../model/payment.transitions';

interface PaymentRow {
  readonly id: string;
  readonly settlementId: string;
  readonly sequence: number;
  readonly provider: string;
  readonly idempotencyKey: string;
  readonly reference: string;
  readonly beneficiary: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly state: PaymentState;
  readonly attempts: number;
  readonly misses: number;
  readonly providerReference: string | null;
  readonly reason: string | null;
  readonly leaseHolds: number | null;
}

/** `microseconds` keeps pauses exact in a portable interval. */
const SOON = 'DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)';
const DUE = 'next_step_at <= NOW(3) AND (lease_until IS NULL OR lease_until <= NOW(3))';
const PROGRESS = `p.state = :state, p.attempts = :attempts, p.misses = :misses,
  p.provider_reference = :providerReference, p.reason = :reason`;

/** Payments in MySQL. Times are compared by the database's clock alone. */
export function paymentsInMysql({ system }: Pick<Database, 'system'>): PaymentRepository {
  return {
    async add(tx, payments) {
      for (const { amount, ...payment } of payments) {
        await tx.execute(
          `INSERT INTO payment (tenant_id, id, settlement_id, sequence, provider, idempotency_key, reference, beneficiary,
             amount_minor, currency, state, attempts, misses, next_step_at)
           VALUES (:tenantId, :id, :settlementId, :sequence, :provider, :idempotencyKey, :reference, :beneficiary,
             :amountMinor, :currency, :state, :attempts, :misses, NOW(3))`,
          { ...payment, ...amount },
        );
      }
    },

    async statesOf(tx, settlementId) {
      const rows = await tx.query<{ sequence: number; state: PaymentState }>(
        'SELECT p.sequence, p.state FROM payment p WHERE p.tenant_id = :tenantId AND p.settlement_id = :settlementId',
        { settlementId },
      );
      return new Map(rows.map(({ sequence, state }) => [sequence, state]));
    },

    async lock(tx, { paymentId, lease }) {
      const [row] = await tx.query<PaymentRow>(
        `SELECT p.id, p.settlement_id AS settlementId, p.sequence, p.provider, p.idempotency_key AS idempotencyKey, p.reference,
           p.beneficiary, p.amount_minor AS amountMinor, p.currency, p.state, p.attempts, p.misses,
           p.provider_reference AS providerReference, p.reason,
           (p.lease_holder = :lease AND p.lease_until > NOW(3)) AS leaseHolds
         FROM payment p WHERE p.tenant_id = :tenantId AND p.id = :paymentId FOR UPDATE`,
        { paymentId, lease },
      );
      return row === undefined ? undefined : { payment: fromRow(row), leaseHolds: Number(row.leaseHolds ?? 0) === 1 };
    },

    async keep(tx, payment, leaseMs) {
      await tx.execute(
        `UPDATE payment p SET ${PROGRESS}, p.lease_until = ${SOON} WHERE p.tenant_id = :tenantId AND p.id = :paymentId`,
        { ...progressOf(payment), microseconds: leaseMs * 1000 },
      );
    },

    async putBack(tx, payment, dueInMs) {
      const due = dueInMs === undefined ? { sql: 'NULL' } : { sql: SOON, microseconds: dueInMs * 1000 };
      const { sql, ...params } = due;
      await tx.execute(
        `UPDATE payment p SET ${PROGRESS}, p.next_step_at = ${sql}, p.lease_holder = NULL, p.lease_until = NULL
         WHERE p.tenant_id = :tenantId AND p.id = :paymentId`,
        { ...progressOf(payment), ...params },
      );
    },

    lease: (limit, leaseMs) => leaseDue(system, limit, leaseMs),
  };
}

/** Looks without locking and then takes with a condition, so that of several processes only one gets each payment. */
async function leaseDue(system: Database['system'], limit: number, leaseMs: number): Promise<LeasedPayment[]> {
  const due = await system.query<{ tenant_id: string; id: string }>(
    `SELECT tenant_id, id FROM payment WHERE ${DUE} ORDER BY next_step_at LIMIT ${String(Math.trunc(limit))}`,
  );
  if (due.length === 0) return [];
  const lease = newId();
  const keys = { tenants: [...new Set(due.map((row) => row.tenant_id))], ids: due.map((row) => row.id), lease };
  const { affectedRows } = await system.execute(
    `UPDATE payment SET lease_holder = :lease, lease_until = ${SOON}
     WHERE tenant_id IN (:tenants) AND id IN (:ids) AND ${DUE}`,
    { ...keys, microseconds: leaseMs * 1000 },
  );
  const taken =
    affectedRows === due.length
      ? due
      : await system.query<{ tenant_id: string; id: string }>(
          'SELECT tenant_id, id FROM payment WHERE tenant_id IN (:tenants) AND id IN (:ids) AND lease_holder = :lease',
          keys,
        );
  return taken.map((row) => ({ tenantId: row.tenant_id, paymentId: row.id, lease }));
}

function progressOf({ id: paymentId, state, attempts, misses, providerReference, reason }: Payment) {
  return {
    ...{ paymentId, state, attempts, misses },
    providerReference: providerReference ?? null,
    reason: reason ?? null,
  };
}

function fromRow({ amountMinor, currency, providerReference, reason, leaseHolds: _held, ...row }: PaymentRow): Payment {
  return {
    ...row,
    amount: { amountMinor: BigInt(amountMinor), currency },
    ...(providerReference === null ? {} : { providerReference }),
    ...(reason === null ? {} : { reason }),
  };
}
