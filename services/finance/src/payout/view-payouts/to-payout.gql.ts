import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import { maskedAccount, maskedName } from '../../bank-transfer/model/account-number.model';
import type { PayeeAccount, Payout, PayoutEvidence } from './payout.gql';
import type { EvidenceRecord, PayeeAccountRecord, PayoutRecord } from './payout.query';

/** The payment as its viewer may see it: what a provider said in words of its own is for staff. */
export function toPayout(record: PayoutRecord, forStaff: boolean): Payout {
  const { amountMinor, currency, id, reason, originalReference, ...payout } = record;
  return {
    ...payout,
    id: toGlobalId('Payout', id),
    amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
    reason: forStaff ? reason : null,
    originalReference: forStaff ? originalReference : null,
  };
}

/** The evidence with an id for the graph. */
export function toEvidence({ id, paymentId: _payment, ...evidence }: EvidenceRecord): PayoutEvidence {
  return { ...evidence, id: toGlobalId('PayoutEvidence', id) };
}

/** The account with its name and number masked. */
export function toPayeeAccount(record: PayeeAccountRecord): PayeeAccount {
  const { holderName, scheme, account, bankCode, registeredAt } = record;
  return { holder: maskedName(holderName), account: maskedAccount({ scheme, account }), bankCode, registeredAt };
}
