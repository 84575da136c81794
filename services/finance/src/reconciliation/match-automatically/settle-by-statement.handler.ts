import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { isSettled } from '../../payment/model/payment.model';
import {
  settleByEvidence,
  type EvidenceDependencies as PaymentEvidence,
} from '../../payment/pay-settlement/settle-by-evidence.policy';
import type { BankAccount } from '../model/bank-account.model';
import type { OpenLine, OpenPayment } from '../model/matching.model';
import { provenBy } from '../model/statement-proof.model';

/** Settles payments of which nobody knew what became, when a line of a statement shows them. Answers those that it could not. */
export type SettleByStatement = (
  tenantId: string,
  lines: readonly OpenLine[],
  unsettled: readonly OpenPayment[],
  account: BankAccount,
) => Promise<readonly string[]>;

export interface EvidenceDependencies extends PaymentEvidence {
  readonly database: Database;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Each payment in a transaction of its own, unless somebody else has found out about it meanwhile. One that fails keeps
 * neither the others nor the lines of the account from being looked at.
 */
export function settleByStatementWith(dependencies: EvidenceDependencies): SettleByStatement {
  const { logger } = dependencies;
  return async (tenantId, lines, unsettled, { currency }) => {
    const failed: string[] = [];
    if (unsettled.length === 0) return failed;
    for (const [paymentId, line] of provenBy(lines, unsettled)) {
      try {
        await settle(tenantId, paymentId, { line, currency }, dependencies);
      } catch (error) {
        logger.warn({ error, tenantId, paymentId, lineId: line.id }, 'a payment on a statement could not be settled');
        failed.push(paymentId);
      }
    }
    return failed;
  };
}

async function settle(
  tenantId: string,
  paymentId: string,
  { line, currency }: { readonly line: OpenLine; readonly currency: string },
  { database, payments, follow }: EvidenceDependencies,
): Promise<void> {
  await database.transaction(tenantId, async (tx) => {
    const payment = await payments.lockById(tx, paymentId);
    if (payment === undefined || isSettled(payment)) return;
    const providerReference = payment.providerReference ?? `statement:${line.id}`;
    const amount = { amountMinor: -line.amountMinor, currency };
    await settleByEvidence(tx, payment, { kind: 'PAID', providerReference, amount }, { payments, follow });
  });
}
