import type { Money } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { Settlement } from '../../settlement/model/settlement.model';

/** One payment that a settlement is to be paid by. */
export interface PlannedPayout {
  readonly provider: string;
  readonly beneficiary: string;
  readonly amount: Money;
}

/** Decides by which payments a settlement is paid; they come to its amount exactly. */
export type PayoutPlanner = (tx: TenantTransaction, settlement: Settlement) => Promise<readonly PlannedPayout[]>;

/** One payment for each payee, through one provider. */
export function payEachPayee(provider: string): PayoutPlanner {
  return (_tx, { parts, amount: { currency } }) => {
    const payees = [...new Set(parts.map(({ payee }) => payee))];
    const sumFor = (payee: string): bigint =>
      parts.reduce((sum, part) => (part.payee === payee ? sum + part.amount.amountMinor : sum), 0n);
    return Promise.resolve(
      payees.map((beneficiary) => ({ provider, beneficiary, amount: { amountMinor: sumFor(beneficiary), currency } })),
    );
  };
}
