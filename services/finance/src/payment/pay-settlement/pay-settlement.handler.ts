import type { Logger } from '@redress/observability';
import type { Database, TenantTransaction } from '@redress/persistence';
import { isGivenAtOnce } from '../model/payout-means.model';
import type { PaymentProvider } from '../model/payment-provider.client';
import type { PaymentProviders } from '../model/payment-providers.client';
import { isSettled, nextStep, type Payment, type PaymentNotice, type ProviderAnswer } from '../model/payment.model';
import type { LeasedPayment, PaymentRepository } from '../model/payment.repository';
import { beginCall, isProof, pauseMs, recordCall, recordEvidence } from './pay-settlement.decide';

/** Where a fault test may end the process. */
export type PaymentCheckpoint = 'payment-intended' | 'payment-answered' | 'payment-recorded';

export interface PaymentDependencies {
  readonly database: Database;
  readonly payments: PaymentRepository;
  readonly providers: PaymentProviders;
  /** Gives what needs nobody outside, such as a voucher, in the transaction itself. */
  readonly payAtOnce: (tx: TenantTransaction, payment: Payment) => Promise<ProviderAnswer>;
  readonly logger: Logger;
  /** Tells the settlement in the same transaction. */
  readonly follow: (tx: TenantTransaction, payment: Payment, notices: readonly PaymentNotice[]) => Promise<void>;
  /** Longer than the provider may take to answer. */
  readonly leaseMs: number;
  readonly firstPauseMs: number;
  readonly checkpoint: (point: PaymentCheckpoint) => void;
  /** Counts what the providers answered. */
  readonly countAnswer: (provider: string, answer: ProviderAnswer['kind'] | 'NOT_CONFIGURED') => void;
}

type Step =
  | { readonly kind: 'call' | 'query'; readonly payment: Payment; readonly provider: PaymentProvider }
  /** Nothing to ask: it is paid, or waits for its provider to be configured again. */
  | { readonly kind: 'over'; readonly dueInMs: number | undefined };

/**
 * Takes a payment one step further: stores what it is about to do, asks the provider, records the answer. Answers the
 * milliseconds after which the next step is due, or nothing when there is none for this process to wait for.
 */
export async function payOneStep(
  leased: LeasedPayment,
  dependencies: PaymentDependencies,
): Promise<number | undefined> {
  const { checkpoint, countAnswer } = dependencies;
  const step = await begin(leased, dependencies);
  if (step === undefined) return undefined;
  if (step.kind === 'over') return step.dueInMs;
  const { kind, payment, provider } = step;
  checkpoint('payment-intended');
  const answer = await (kind === 'call' ? provider.pay(payment) : provider.query(payment));
  countAnswer(provider.name, answer.kind);
  checkpoint('payment-answered');
  const dueInMs = await record(leased, kind, answer, dependencies);
  checkpoint('payment-recorded');
  return dueInMs;
}

function begin(leased: LeasedPayment, dependencies: PaymentDependencies): Promise<Step | undefined> {
  const { database, payments, providers, follow, leaseMs } = dependencies;
  return database.transaction(leased.tenantId, async (tx) => {
    const locked = await payments.lock(tx, leased);
    if (locked === undefined || !locked.leaseHolds) return undefined;
    const kind = nextStep(locked.payment);
    if (kind === 'none') return undefined;
    if (isGivenAtOnce(locked.payment.means)) return giveAtOnce(tx, locked.payment, dependencies);
    const provider = providers.named(locked.payment.provider);
    if (provider === undefined) return waitForProvider(tx, locked.payment, dependencies);
    if (kind === 'query') return { kind, payment: locked.payment, provider };
    const { payment, notices } = beginCall(locked.payment);
    await payments.keep(tx, payment, leaseMs);
    await follow(tx, payment, notices);
    return { kind, payment, provider };
  });
}

/** Intent, voucher, booking and end in one transaction: there is no moment in which its outcome is not known. */
async function giveAtOnce(
  tx: TenantTransaction,
  payment: Payment,
  { payments, follow, payAtOnce }: PaymentDependencies,
): Promise<Step> {
  const begun = beginCall(payment);
  const given = recordCall(begun.payment, await payAtOnce(tx, begun.payment));
  if (given.payment.state !== 'SUCCEEDED') throw new Error(`payment ${payment.id} was not given at once`);
  await payments.putBack(tx, given.payment, undefined);
  await follow(tx, given.payment, [...begun.notices, ...given.notices]);
  return { kind: 'over', dueInMs: undefined };
}

async function waitForProvider(
  tx: TenantTransaction,
  payment: Payment,
  { payments, firstPauseMs, countAnswer, logger }: PaymentDependencies,
): Promise<Step> {
  const { id: paymentId, provider } = payment;
  const waiting = { ...payment, misses: payment.misses + 1, reason: 'PROVIDER_NOT_CONFIGURED' };
  const dueInMs = pauseMs(waiting, firstPauseMs);
  await payments.putBack(tx, waiting, dueInMs);
  tx.afterCommit(() => {
    countAnswer(provider, 'NOT_CONFIGURED');
    logger.warn({ paymentId, provider }, 'a payment waits for a provider that is not configured');
  });
  return { kind: 'over', dueInMs };
}

async function record(
  leased: LeasedPayment,
  kind: 'call' | 'query',
  answer: ProviderAnswer,
  { database, payments, follow, firstPauseMs, logger }: PaymentDependencies,
): Promise<number | undefined> {
  const recorded = await database.transaction(leased.tenantId, async (tx) => {
    const locked = await payments.lock(tx, leased);
    // Proof counts whoever brings it; anything else is stale once another worker has taken over.
    if (locked === undefined || !(locked.leaseHolds || isProof(answer))) return undefined;
    if (isSettled(locked.payment)) return locked.payment;
    const step = kind === 'call' ? recordCall(locked.payment, answer) : recordEvidence(locked.payment, answer);
    await payments.putBack(tx, step.payment, pauseMs(step.payment, firstPauseMs));
    await follow(tx, step.payment, step.notices);
    return step.payment;
  });
  if (recorded === undefined) return undefined;
  const { id: paymentId, settlementId, state, attempts, misses, reason } = recorded;
  const facts = { paymentId, settlementId, state, attempts, misses, reason, answer: answer.kind };
  if (contradicts(recorded, answer)) logger.error(facts, 'the provider contradicts the books');
  else logger.info(facts, 'payment step recorded');
  return pauseMs(recorded, firstPauseMs);
}

/** The provider claims an end that is not the one in the books, or an amount that is not ours: a person has to look. */
function contradicts({ state, amount }: Payment, answer: ProviderAnswer): boolean {
  if (answer.kind === 'DECLINED') return state !== 'DECLINED';
  if (answer.kind !== 'PAID') return false;
  const sameAmount = answer.amount.amountMinor === amount.amountMinor && answer.amount.currency === amount.currency;
  return state !== 'SUCCEEDED' || !sameAmount;
}
