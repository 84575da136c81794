import type { Database } from '@redress/persistence';
import { isSettled } from '../../payment/model/payment.model';
import {
  settleByEvidence,
  type EvidenceDependencies as PaymentEvidence,
} from '../../payment/pay-settlement/settle-by-evidence.policy';
import type { BankAccount } from '../model/bank-account.model';
import type { OpenLine, OpenPayment } from '../model/matching.model';
import { provenBy } from '../model/statement-proof.model';

/** Settles payments of which nobody knew what became, when a line of a statement shows them. */
export type SettleByStatement = (
  tenantId: string,
  lines: readonly OpenLine[],
  unsettled: readonly OpenPayment[],
  account: BankAccount,
) => Promise<void>;

export interface EvidenceDependencies extends PaymentEvidence {
  readonly database: Database;
}

/** Each payment in a transaction of its own, unless somebody else has found out about it meanwhile. */
export function settleByStatementWith({ database, payments, follow }: EvidenceDependencies): SettleByStatement {
  return async (tenantId, lines, unsettled, { currency }) => {
    if (unsettled.length === 0) return;
    for (const [paymentId, line] of provenBy(lines, unsettled)) {
      await database.transaction(tenantId, async (tx) => {
        const payment = await payments.lockById(tx, paymentId);
        if (payment === undefined || isSettled(payment)) return;
        const providerReference = payment.providerReference ?? `statement:${line.id}`;
        const amount = { amountMinor: -line.amountMinor, currency };
        await settleByEvidence(tx, payment, { kind: 'PAID', providerReference, amount }, { payments, follow });
      });
    }
  };
}
