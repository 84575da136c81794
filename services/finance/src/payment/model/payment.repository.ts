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

/** A payment as the settlement sees it among its others. */
export interface PaymentStanding {
  readonly sequence: number;
  readonly state: PaymentState;
}

/** Which payments a worker takes: of one provider, or of all that no worker of their own looks after. */
export type PaymentLane = { readonly of: string } | { readonly exceptOf: readonly string[] };

/** Stores payments. Leases run by the database's clock, so that several processes agree on them. */
export interface PaymentRepository {
  /** Stores intents; those that a worker carries out are due at once. */
  add(tx: TenantTransaction, payments: readonly Payment[]): Promise<void>;
  /** How the payments of a settlement stand that no other stands in for; call it with the settlement locked. */
  standingsOf(tx: TenantTransaction, settlementId: string): Promise<readonly PaymentStanding[]>;
  /** The highest sequence among the settlement's payments; call it with the settlement locked. */
  lastSequenceOf(tx: TenantTransaction, settlementId: string): Promise<number>;
  lock(tx: TenantTransaction, leased: LeasedPayment): Promise<LockedPayment | undefined>;
  /** Locks a payment for what people do with it. */
  lockById(tx: TenantTransaction, paymentId: string): Promise<Payment | undefined>;
  /** Locks the payments of a settlement that no other stands in for, in their sequence; before the settlement itself. */
  lockStanding(tx: TenantTransaction, settlementId: string): Promise<readonly Payment[]>;
  /** Says that another payment stands in for a locked one. */
  redirect(tx: TenantTransaction, payment: Payment, redirectedTo: number): Promise<void>;
  /** Makes the next step due now. False when there is none, or a worker is at it. */
  hasten(tx: TenantTransaction, paymentId: string): Promise<boolean>;
  /** Stores a payment that is about to be called, and renews its lease. */
  keep(tx: TenantTransaction, payment: Payment, leaseMs: number): Promise<void>;
  /** Stores a payment after a step, ends its lease, and makes it due again after the pause, or never when it is settled. */
  putBack(tx: TenantTransaction, payment: Payment, dueInMs: number | undefined): Promise<void>;
  /** Lets go of payments, of any tenant, that were held until now, and answers how many it found. */
  releaseHeld(now: Date, limit: number): Promise<number>;
  /** Leases payments that are due, of any tenant. */
  lease(limit: number, leaseMs: number, lane?: PaymentLane): Promise<LeasedPayment[]>;
}
