import { accept, newId, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { PaymentProviders } from '../../payment/model/payment-providers.client';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import { ownRoute, type PayoutRoute } from '../../payment/model/payout-means.model';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';
import type { PayoutRefusal } from '../model/payout.errors';
import type { TransferBatchRepository } from '../../bank-transfer/model/transfer-batch.repository';
import { redirectPayout as decide } from './redirect-payout.decide';

/** Ways in which a person may have something paid. */
export type RedirectableMeans = 'PROVIDER' | 'BANK_TRANSFER' | 'MANUAL';

export interface RedirectPayout {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly payoutId: string;
  readonly means: RedirectableMeans;
  /** Which provider, where the means is one. */
  readonly provider?: string;
}

export interface RedirectDependencies {
  readonly database: Database;
  readonly payments: PaymentRepository;
  readonly settlements: SettlementRepository;
  readonly batches: Pick<TransferBatchRepository, 'isInBatch'>;
  readonly providers: PaymentProviders;
  readonly wake: () => void;
}

/** Pays what a payment could not in another way. The answer is the id of the payment that stands in for it. */
export function redirectPayout(
  { tenantId, subject, idempotencyKey, payoutId, means, provider }: RedirectPayout,
  { database, payments, settlements, batches, providers, wake }: RedirectDependencies,
): Promise<CommandResult<string, PayoutRefusal>> {
  const route = routeOf(means, provider, providers);
  if (route === undefined) {
    const details = { allowed: providers.names.filter((name) => providers.paysAnybody(name)) };
    const outcome = refuse({ code: 'FINANCE_PAYOUT_ROUTE_UNUSABLE' as const, path: ['input', 'provider'], details });
    return Promise.resolve({ outcome, replayed: false });
  }
  const request = { payoutId, ...route };
  const command = { tenantId, operation: 'redirectPayout', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, PayoutRefusal>(database, command, async (tx) => {
    const payment = await payments.lockById(tx, payoutId);
    const settlement = payment && (await settlements.lock(tx, payment.settlementId));
    if (payment === undefined || settlement === undefined)
      return refuse({ code: 'NOT_FOUND', path: ['input', 'payoutId'] });
    const decision = decide(payment, route, {
      settlementState: settlement.state,
      inBatch: await batches.isInBatch(tx, payoutId),
      id: newId(),
      sequence: (await payments.lastSequenceOf(tx, settlement.id)) + 1,
    });
    if (!decision.ok) return decision;
    const { old, replacement } = decision.value;
    await payments.redirect(tx, old, replacement.sequence);
    await payments.add(tx, [replacement]);
    tx.afterCommit(wake);
    return accept(replacement.id);
  });
}

/** The route, or undefined for a provider that cannot pay somebody who has not paid through it. */
export function routeOf(
  means: RedirectableMeans,
  provider: string | undefined,
  providers: PaymentProviders,
): PayoutRoute | undefined {
  if (means !== 'PROVIDER') return provider === undefined ? ownRoute(means) : undefined;
  return provider !== undefined && providers.paysAnybody(provider) ? { means, provider } : undefined;
}
