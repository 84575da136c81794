import { Counter } from '@redress/observability';
import type { TenantTransaction } from '@redress/persistence';
import type { Foundations } from '@redress/service-host';
import type { FinanceEnvironment } from '../environment';
import { followPayment, type FollowDependencies } from '../settlement/follow-payment/follow-payment.handler';
import type { TenantCalendar } from '../tenant-calendar/model/tenant-calendar.repository';
import { vouchersInMysql } from '../voucher/adapters/voucher.repository-mysql';
import { issueVoucher } from '../voucher/issue-voucher/issue-voucher.handler';
import { originalPaymentsInMysql } from './adapters/original-payment.repository-mysql';
import { paymentProviderOverHttp } from './adapters/payment-provider-http';
import { payoutSettingsInMysql } from './adapters/payout-setting.repository-mysql';
import { stripeRefundsOverHttp } from './adapters/stripe-refunds-http';
import type { PaymentProvider } from './model/payment-provider.client';
import { paymentProviders, type PaymentProviders } from './model/payment-providers.client';
import type { Payment, PaymentNotice, ProviderAnswer } from './model/payment.model';
import type { PaymentLane, PaymentRepository } from './model/payment.repository';
import type { PayoutRoute } from './model/payout-means.model';
import type { PayoutPlanner } from './model/payout-planner.policy';
import { payOneStep, type PaymentCheckpoint } from './pay-settlement/pay-settlement.handler';
import { createPaymentJob, type PaymentJob } from './pay-settlement/pay-settlements.job';
import { createReleaseOfHeld } from './pay-settlement/release-held.job';
import { payoutPlanner } from './plan-payouts/plan-payouts.policy';

const PAYMENTS_AT_ONCE = 8;
const PAYMENT_POLL_MS = 500;
/** A lease outlives the slowest answer and its recording, so that only a process that died loses one. */
const LEASE_TO_TIMEOUT = 3;
/** Who pays when an organisation has set nothing else. */
const FALLBACK: PayoutRoute = { means: 'PROVIDER', provider: 'simulator' };

/** What finance needs to know to pay. */
export type PaymentSettings = Pick<
  FinanceEnvironment,
  'REDRESS_PAYMENT_PROVIDER_URL' | 'REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS' | 'REDRESS_PAYMENT_FIRST_PAUSE_MS'
> &
  Partial<FinanceEnvironment>;

/** Tells the settlement in the transaction in which its payment moved on. */
export type FollowPayment = (
  tx: TenantTransaction,
  payment: Payment,
  notices: readonly PaymentNotice[],
) => Promise<void>;

/** Paying, for those who decide what is paid and how. */
export interface Paying {
  readonly providers: PaymentProviders;
  readonly fallback: PayoutRoute;
  readonly planPayouts: PayoutPlanner;
  readonly follow: FollowPayment;
  /** Tells the workers of this process that there is something to pay. */
  readonly wake: () => void;
  readonly worker: { readonly name: string; start(): Promise<void>; stop(): Promise<void> };
}

type PayingStores = FollowDependencies & {
  readonly payments: PaymentRepository;
  readonly calendar: TenantCalendar;
};

/** Wires the providers and one worker for each, so that a slow one keeps nobody else waiting. */
export function payingWith(foundations: Foundations, settings: PaymentSettings, stores: PayingStores): Paying {
  const configured = configuredProviders(settings);
  const providers = paymentProviders(configured);
  const follow: FollowPayment = (tx, payment, notices) => followPayment(tx, payment, notices, stores);
  const step = stepWith(foundations, settings, stores, providers, follow);
  const jobs = [
    ...configured.map(({ name, timeoutMs }) => step({ of: name }, timeoutMs)),
    step({ exceptOf: providers.names }, undefined),
  ];
  const wake = (): void => jobs.forEach((job) => job.wake());
  const { logger, clock } = foundations;
  const held = createReleaseOfHeld({ payments: stores.payments, logger, clock, wake });
  return {
    ...{ providers, follow, wake, fallback: FALLBACK },
    planPayouts: payoutPlanner({
      originals: originalPaymentsInMysql,
      payoutSettings: payoutSettingsInMysql,
      ...{ providers, fallback: FALLBACK },
    }),
    worker: {
      name: 'payments',
      start: async () => {
        for (const job of jobs) await job.start();
        held.start();
      },
      stop: async () => {
        await Promise.all([held.stop(), ...jobs.map((job) => job.stop())]);
      },
    },
  };
}

function configuredProviders(settings: PaymentSettings): readonly PaymentProvider[] {
  const timeoutMs = settings.REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS;
  const secretKey = settings.REDRESS_STRIPE_SECRET_KEY;
  const url = settings.REDRESS_STRIPE_API_URL;
  return [
    paymentProviderOverHttp({ url: settings.REDRESS_PAYMENT_PROVIDER_URL, name: 'simulator', timeoutMs }),
    ...(secretKey === undefined
      ? []
      : [stripeRefundsOverHttp({ secretKey, timeoutMs, ...(url === undefined ? {} : { url }) })]),
  ];
}

function stepWith(
  { database, logger, metrics, clock }: Foundations,
  settings: PaymentSettings,
  stores: PayingStores,
  providers: PaymentProviders,
  follow: FollowPayment,
): (lane: PaymentLane, timeoutMs: number | undefined) => PaymentJob {
  const answers = new Counter({
    name: 'finance_payment_answers_total',
    help: 'Answers of the payment providers; UNKNOWN proves nothing, NOT_CONFIGURED waits for its provider.',
    labelNames: ['provider', 'answer'],
    registers: [metrics],
  });
  const validMonths = settings.REDRESS_VOUCHER_VALID_MONTHS ?? 36;
  const issuing = { vouchers: vouchersInMysql, calendar: stores.calendar, clock, validMonths };
  return (lane, timeoutMs = settings.REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS) => {
    const leaseMs = timeoutMs * LEASE_TO_TIMEOUT;
    const dependencies = {
      ...{ database, payments: stores.payments, providers, logger, leaseMs, follow },
      firstPauseMs: settings.REDRESS_PAYMENT_FIRST_PAUSE_MS,
      payAtOnce: (tx: TenantTransaction, payment: Payment) =>
        payment.means === 'RECEIVABLE' ? creditedAlready(payment) : issueVoucher(tx, payment, issuing),
      countAnswer: (provider: string, answer: string) => answers.inc({ provider, answer }),
      checkpoint: (point: PaymentCheckpoint) => {
        if (point === settings.REDRESS_PAYMENT_FAILPOINT) process.kill(process.pid, 'SIGKILL');
      },
    };
    return createPaymentJob({
      lease: (limit) => stores.payments.lease(limit, leaseMs, lane),
      payOneStep: (leased) => payOneStep(leased, dependencies),
      ...{ logger, concurrency: PAYMENTS_AT_ONCE, pollMs: PAYMENT_POLL_MS },
    });
  };
}

/** What was taken off receivables was taken off with the approval; the payment only says so. */
function creditedAlready({ idempotencyKey, amount }: Payment): Promise<ProviderAnswer> {
  return Promise.resolve({ kind: 'PAID', providerReference: `receivables:${idempotencyKey}`, amount });
}
