import type { Payment, ProviderAnswer } from './payment.model';

/** A payment provider. Never throws: whatever proves nothing is answered as UNKNOWN. */
export interface PaymentProvider {
  readonly name: string;
  /** It can only give back what was paid through it. */
  readonly refundsOnly?: boolean;
  /** How long it may take to answer. */
  readonly timeoutMs?: number;
  /** Asks for the payout under the payment's key; at most once paid, whatever the number of calls. */
  pay(payment: Payment): Promise<ProviderAnswer>;
  /** Asks what the provider did under the payment's key. */
  query(payment: Payment): Promise<ProviderAnswer>;
}
