/** How money reaches a payee. PROVIDER names one of the payment providers; the others stand for themselves. */
export const PAYOUT_MEANS = ['PROVIDER', 'BANK_TRANSFER', 'MANUAL', 'STORE_CREDIT', 'RECEIVABLE'] as const;
export type PayoutMeans = (typeof PAYOUT_MEANS)[number];

/** The name under which a means that is no provider stands in the place of one: in clearing accounts and unique keys. */
export const OWN_MEANS: Readonly<Record<Exclude<PayoutMeans, 'PROVIDER'>, string>> = {
  BANK_TRANSFER: 'bank-transfer',
  MANUAL: 'manual',
  STORE_CREDIT: 'store-credit',
  RECEIVABLE: 'receivables',
};

/** A means together with the provider where it is one. */
export interface PayoutRoute {
  readonly means: PayoutMeans;
  readonly provider: string;
}

/** The route of a means that needs no provider. */
export function ownRoute(means: keyof typeof OWN_MEANS): PayoutRoute {
  return { means, provider: OWN_MEANS[means] };
}

/** Whether a worker takes the next step by itself; a bank transfer or a manual payment waits for people. */
export function isAutomatic(means: PayoutMeans): boolean {
  return means === 'PROVIDER' || isGivenAtOnce(means);
}

/** Whether finance itself gives it, in one transaction with its booking: a voucher, or a credit on what is owed. */
export function isGivenAtOnce(means: PayoutMeans): boolean {
  return means === 'STORE_CREDIT' || means === 'RECEIVABLE';
}

const DASHES = /-/g;

/**
 * What names a payment on a bank statement: the settlement's id without its dashes, and for a later payment of the
 * settlement its sequence in base 36; at most the 35 characters that ISO 20022 allows.
 */
export function endToEndIdOf(settlementId: string, sequence: number): string {
  const suffix = sequence === 1 ? '' : sequence.toString(36).toUpperCase().padStart(3, '0');
  return `${settlementId.replace(DASHES, '').toUpperCase()}${suffix}`;
}
