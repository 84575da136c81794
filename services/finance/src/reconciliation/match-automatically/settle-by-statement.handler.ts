import type { Database } from '@redress/persistence';
import { isSettled } from '../../payment/model/payment.model';
import {
  settleByEvidence,
  type EvidenceDependencies as PaymentEvidence,
} from '../../payment/pay-settlement/settle-by-evidence.policy';
import type { BankAccount } from '../model/bank-account.model';
import { namesSought, type OpenLine, type OpenPayment } from '../model/matching.model';

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

/**
 * A line is proof when it names the payment's own key, or the provider's reference, and is of exactly its amount. The
 * settlement's number alone proves nothing, since a settlement may have several payments.
 */
export function settleByStatementWith({ database, payments, follow }: EvidenceDependencies): SettleByStatement {
  return async (tenantId, lines, unsettled, { currency }) => {
    if (unsettled.length === 0) return;
    const byName = new Map(
      unsettled.flatMap((payment) => payment.names.slice(0, -1).map((name): [string, OpenPayment] => [name, payment])),
    );
    const proven = new Map<string, OpenLine>();
    for (const line of lines) {
      for (const name of namesSought(line.references)) {
        const payment = byName.get(name);
        if (payment?.amountMinor === -line.amountMinor && !proven.has(payment.id)) proven.set(payment.id, line);
      }
    }
    for (const [paymentId, line] of proven) {
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
