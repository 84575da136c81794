import { buildSubgraph, containerOf, type ResolveReferences, type SubgraphSchema } from '@redress/graphql-runtime';
import type { EventHandlers } from '@redress/messaging';
import { Counter } from '@redress/observability';
import type { TenantTransaction } from '@redress/persistence';
import { repeat, type Composition, type Foundations, type Repetition } from '@redress/service-host';
import { ceilingsInMysql } from './ceiling/adapters/ceiling.repository-mysql';
import type { FinanceEnvironment } from './environment';
import { goodwillBudgetsInMysql } from './goodwill/adapters/goodwill-budget.repository-mysql';
import { SetGoodwillBudgetResolver } from './goodwill/set-goodwill-budget/set-goodwill-budget.resolver';
import { GoodwillBudgetResolver } from './goodwill/view-goodwill-budget/goodwill-budget.resolver';
import { ledgerInMysql } from './ledger/adapters/ledger.repository-mysql';
import { createBookCheck } from './ledger/check-books/check-books.job';
import { TrialBalanceResolver } from './ledger/view-trial-balance/trial-balance.resolver';
import { paymentProviderOverHttp } from './payment/adapters/payment-provider-http';
import { paymentsInMysql } from './payment/adapters/payment.repository-mysql';
import type { PaymentProvider } from './payment/model/payment-provider.client';
import type { Payment, PaymentNotice } from './payment/model/payment.model';
import { payOneStep, type PaymentCheckpoint } from './payment/pay-settlement/pay-settlement.handler';
import { createPaymentJob, type PaymentJob } from './payment/pay-settlement/pay-settlements.job';
import { purchasesInMysql } from './purchase/adapters/purchase.repository-mysql';
import { RegisterPurchaseResolver } from './purchase/register-purchase/register-purchase.resolver';
import { PurchaseLoader } from './purchase/view-purchase/purchase.loader';
import { purchaseReferences } from './purchase/view-purchase/purchase.reference';
import { PurchaseOfLineResolver } from './purchase/view-purchase/purchase-of-line.resolver';
import { PurchaseResolver } from './purchase/view-purchase/purchase.resolver';
import { financeRefusalTexts } from './refusal-texts';
import { settlementNumbersInMysql } from './settlement/adapters/settlement-numbers-mysql';
import { settlementsInMysql } from './settlement/adapters/settlement.repository-mysql';
import { ApproveSettlementResolver } from './settlement/approve-settlement/approve-settlement.resolver';
import { onCaseClosed, onSettlementReturned } from './settlement/cancel-settlement/case-handling.consumer';
import { onResolutionApproved } from './settlement/draw-up-settlement/resolution-approved.consumer';
import { followPayment } from './settlement/follow-payment/follow-payment.handler';
import { RejectSettlementResolver } from './settlement/reject-settlement/reject-settlement.resolver';
import { onConsentRecorded } from './settlement/release-settlement/consent-recorded.consumer';
import { SettlementListResolver } from './settlement/view-settlements/settlement-list.resolver';
import { Case, Complaint } from './settlement/view-settlements/settlement.gql';
import { SettlementLoader } from './settlement/view-settlements/settlement.loader';
import { parentReferences, settlementReferences } from './settlement/view-settlements/settlement.reference';
import { SettlementResolver } from './settlement/view-settlements/settlement.resolver';
import {
  CaseSettlementsResolver,
  ComplaintSettlementsResolver,
} from './settlement/view-settlements/settlements-of-parents.resolver';
import { onRegulationAdopted } from './tenant-calendar/adopt-time-zone/regulation-adopted.consumer';
import { tenantCalendarInMysql } from './tenant-calendar/adapters/tenant-calendar-mysql';

const PAYMENTS_AT_ONCE = 8;
const PAYMENT_POLL_MS = 500;
/** A lease outlives the slowest answer and its recording, so that only a process that died loses one. */
const LEASE_TO_TIMEOUT = 3;
const BOOKS_CHECKED_EVERY_MS = 600_000;

function subgraph(
  instances: readonly object[],
  references: Readonly<Record<'Settlement' | 'Purchase', ResolveReferences>>,
): SubgraphSchema {
  return buildSubgraph({
    resolvers: [
      SettlementResolver,
      SettlementListResolver,
      CaseSettlementsResolver,
      ComplaintSettlementsResolver,
      ApproveSettlementResolver,
      RejectSettlementResolver,
      RegisterPurchaseResolver,
      PurchaseResolver,
      PurchaseOfLineResolver,
      SetGoodwillBudgetResolver,
      GoodwillBudgetResolver,
      TrialBalanceResolver,
    ],
    orphanedTypes: [Case, Complaint],
    references: { ...references, Case: parentReferences, Complaint: parentReferences },
    refusalTexts: financeRefusalTexts,
    container: containerOf(instances),
  });
}

/** The subgraph without anything behind it: enough to print its schema. */
export function schemaOnly(): SubgraphSchema {
  const nothing: ResolveReferences = () => Promise.resolve([]);
  return subgraph([], { Settlement: nothing, Purchase: nothing });
}

/** What finance needs to know beside what every service does. */
type PaymentSettings = Pick<
  FinanceEnvironment,
  | 'REDRESS_PAYMENT_PROVIDER_URL'
  | 'REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS'
  | 'REDRESS_PAYMENT_FIRST_PAUSE_MS'
  | 'REDRESS_PAYMENT_FAILPOINT'
>;

/** Wires the service. */
export function compose(foundations: Foundations, settings: PaymentSettings): Composition {
  const { database } = foundations;
  const stores = storesOf(foundations);
  const provider = paymentProviderOverHttp({
    url: settings.REDRESS_PAYMENT_PROVIDER_URL,
    name: 'simulator',
    timeoutMs: settings.REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS,
  });
  const paying = payingWith(provider, stores, foundations, settings);
  const settlements = new SettlementLoader(database);
  const purchases = new PurchaseLoader(database);
  const approval = { ...stores, provider: provider.name, wakePayments: () => paying.wake() };
  const instances = [
    new SettlementResolver(settlements),
    new SettlementListResolver(database),
    new CaseSettlementsResolver(settlements),
    new ComplaintSettlementsResolver(settlements),
    new ApproveSettlementResolver(approval, settlements),
    new RejectSettlementResolver(stores, settlements),
    new RegisterPurchaseResolver(stores, purchases),
    new PurchaseResolver(purchases),
    new PurchaseOfLineResolver(purchases),
    new SetGoodwillBudgetResolver(stores),
    new GoodwillBudgetResolver(database),
    new TrialBalanceResolver(database),
  ];
  const references = { Settlement: settlementReferences(settlements), Purchase: purchaseReferences(purchases) };
  return {
    schema: subgraph(instances, references),
    consumptions: [{ producer: 'case-handling', handlers: handlersWith(stores) }],
    workers: [{ name: 'payments', start: () => paying.start(), stop: () => paying.stop() }, bookCheck(foundations)],
  };
}

function storesOf({ database, clock }: Foundations) {
  return {
    database,
    clock,
    settlements: settlementsInMysql,
    ceilings: ceilingsInMysql,
    ledger: ledgerInMysql,
    payments: paymentsInMysql(database),
    purchases: purchasesInMysql,
    budgets: goodwillBudgetsInMysql,
    numbers: settlementNumbersInMysql(database),
    calendar: tenantCalendarInMysql,
  };
}

type Stores = ReturnType<typeof storesOf>;

function handlersWith(stores: Stores): EventHandlers {
  return {
    ...onRegulationAdopted(stores),
    ...onResolutionApproved(stores),
    ...onConsentRecorded(stores),
    ...onSettlementReturned(stores),
    ...onCaseClosed(stores),
  };
}

function payingWith(
  provider: PaymentProvider,
  stores: Stores,
  { logger, metrics }: Foundations,
  settings: PaymentSettings,
): PaymentJob {
  const answers = new Counter({
    name: 'finance_payment_answers_total',
    help: 'Answers of the payment provider; UNKNOWN proves nothing.',
    labelNames: ['answer'],
    registers: [metrics],
  });
  const leaseMs = settings.REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS * LEASE_TO_TIMEOUT;
  const dependencies = {
    ...stores,
    provider,
    logger,
    leaseMs,
    firstPauseMs: settings.REDRESS_PAYMENT_FIRST_PAUSE_MS,
    follow: (tx: TenantTransaction, payment: Payment, notices: readonly PaymentNotice[]) =>
      followPayment(tx, payment, notices, stores),
    countAnswer: (answer: string) => answers.inc({ answer }),
    checkpoint: (point: PaymentCheckpoint) => {
      if (point === settings.REDRESS_PAYMENT_FAILPOINT) process.kill(process.pid, 'SIGKILL');
    },
  };
  return createPaymentJob({
    lease: (limit) => stores.payments.lease(limit, leaseMs),
    payOneStep: (leased) => payOneStep(leased, dependencies),
    logger,
    concurrency: PAYMENTS_AT_ONCE,
    pollMs: PAYMENT_POLL_MS,
  });
}

function bookCheck(foundations: Foundations) {
  const check = createBookCheck(foundations);
  let repetition: Repetition | undefined;
  return {
    name: 'book check',
    start: () => {
      repetition = repeat('book check', BOOKS_CHECKED_EVERY_MS, foundations.logger, check);
      return Promise.resolve();
    },
    stop: () => repetition?.stop() ?? Promise.resolve(),
  };
}
