import type { Database, TenantTransaction } from '@redress/persistence';
import type { Payment, PaymentNotice } from '../../payment/model/payment.model';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import { recordEvidence } from '../../payment/pay-settlement/pay-settlement.decide';
import type { BankAccount } from '../model/bank-account.model';
import { namesSought, type OpenLine, type OpenPayment } from '../model/matching.model';

/** Settles payments of which nobody knew what became, when a line of a statement shows them. */
export type SettleByStatement = (
  tenantId: string,
  lines: readonly OpenLine[],
  unsettled: readonly OpenPayment[],
  account: BankAccount,
) => Promise<void>;

export interface EvidenceDependencies {
  readonly database: Database;
  readonly payments: Pick<PaymentRepository, 'lock' | 'putBack'>;
  /** Moves the settlement and the books along, in the payment's own transaction. */
  readonly follow: (tx: TenantTransaction, payment: Payment, notices: readonly PaymentNotice[]) => Promise<void>;
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
        const locked = await payments.lock(tx, { tenantId, paymentId, lease: '' });
        if (locked === undefined) return;
        const providerReference = locked.payment.providerReference ?? `statement:${line.id}`;
        const amount = { amountMinor: -line.amountMinor, currency };
        const step = recordEvidence(locked.payment, { kind: 'PAID', providerReference, amount });
        if (step.notices.length === 0) return;
        await payments.putBack(tx, step.payment, undefined);
        await follow(tx, step.payment, step.notices);
      });
    }
  };
}
