import type { Payment } from '../model/payment.model';
import type { PaymentState } from '../model/payment.transitions';
import type { PayoutMeans } from '../model/payout-means.model';

/** A row of `payment` as {@link PAYMENT_COLUMNS} reads it. */
export interface PaymentRow {
  readonly id: string;
  readonly settlementId: string;
  readonly sequence: number;
  readonly means: PayoutMeans;
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
  readonly originalPaymentId: string | null;
  readonly originalReference: string | null;
  readonly endToEndId: string | null;
  readonly instalment: number | null;
  readonly notBefore: string | null;
  readonly heldUntil: Date | null;
  readonly redirects: number | null;
  readonly redirectedTo: number | null;
}

export const PAYMENT_COLUMNS = `p.id, p.settlement_id AS settlementId, p.sequence, p.means, p.provider,
  p.idempotency_key AS idempotencyKey, p.reference, p.beneficiary, p.amount_minor AS amountMinor, p.currency, p.state,
  p.attempts, p.misses, p.provider_reference AS providerReference, p.reason, p.original_payment_id AS originalPaymentId,
  p.original_reference AS originalReference, p.end_to_end_id AS endToEndId, p.redirects, p.redirected_to AS redirectedTo,
  p.instalment, p.not_before AS notBefore, p.held_until AS heldUntil`;

/** The payment of a row. */
export function fromRow(row: PaymentRow): Payment {
  const { providerReference, reason, originalPaymentId, originalReference, endToEndId, redirects, redirectedTo } = row;
  const { id, settlementId, sequence, means, provider, idempotencyKey, reference, beneficiary } = row;
  const { state, attempts, misses, amountMinor, currency, instalment, notBefore, heldUntil } = row;
  return {
    ...{ id, settlementId, sequence, means, provider, idempotencyKey, reference, beneficiary, state, attempts, misses },
    amount: { amountMinor: BigInt(amountMinor), currency },
    ...(providerReference === null ? {} : { providerReference }),
    ...(reason === null ? {} : { reason }),
    ...(originalPaymentId === null ? {} : { originalPaymentId }),
    ...(originalReference === null ? {} : { originalReference }),
    ...(endToEndId === null ? {} : { endToEndId }),
    ...(instalment === null ? {} : { instalment }),
    ...(notBefore === null ? {} : { notBefore }),
    ...(heldUntil === null ? {} : { heldUntil }),
    ...(redirects === null ? {} : { redirects }),
    ...(redirectedTo === null ? {} : { redirectedTo }),
  };
}

/** What stands in the row from the beginning. */
export function intentParams({ amount, ...payment }: Payment) {
  const { originalPaymentId, originalReference, endToEndId, redirects, instalment, notBefore, heldUntil } = payment;
  return {
    ...payment,
    ...amount,
    originalPaymentId: originalPaymentId ?? null,
    originalReference: originalReference ?? null,
    endToEndId: endToEndId ?? null,
    redirects: redirects ?? null,
    instalment: instalment ?? null,
    notBefore: notBefore ?? null,
    heldUntil: heldUntil ?? null,
  };
}

/** What changes with every step. */
export function progressParams({ id: paymentId, state, attempts, misses, providerReference, reason }: Payment) {
  return {
    ...{ paymentId, state, attempts, misses },
    providerReference: providerReference ?? null,
    reason: reason ?? null,
  };
}
