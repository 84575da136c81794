import type { TenantTransaction } from '@redress/persistence';
import type { Payment } from './payment.model';
import type { PaymentState } from './payment.transitions';

/** A payment that a worker has leased. */
export interface LeasedPayment {
  readonly tenantId: string;
  readonly paymentId: string;
  /** Made for this lease alone, so that a lease lost and taken again by the same process is told apart. */
  readonly lease: string;
}

/** A payment locked in a transaction, and whether the lease still holds by the database's clock. */
export interface LockedPayment {
  readonly payment: Payment;
  readonly leaseHolds: boolean;
}

/** Stores payments. Leases run by the database's clock, so that several processes agree on them. */
export interface PaymentRepository {
  /** Stores intents that are due at once. */
  add(tx: TenantTransaction, payments: readonly Payment[]): Promise<void>;
  /** How the payments of a settlement stand, by their sequence; call it with the settlement locked. */
  statesOf(tx: TenantTransaction, settlementId: string): Promise<ReadonlyMap<number, PaymentState>>;
  lock(tx: TenantTransaction, leased: LeasedPayment): Promise<LockedPayment | undefined>;
  /** Stores a payment that is about to be called, and renews its lease. */
  keep(tx: TenantTransaction, payment: Payment, leaseMs: number): Promise<void>;
  /** Stores a payment after a step, ends its lease, and makes it due again after the pause, or never when it is settled. */
  putBack(tx: TenantTransaction, payment: Payment, dueInMs: number | undefined): Promise<void>;
  /** Leases payments that are due, of any tenant. */
  lease(limit: number, leaseMs: number): Promise<LeasedPayment[]>;
}
