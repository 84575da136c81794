import { buildSubgraph, containerOf, type ResolveReferences, type SubgraphSchema } from '@redress/graphql-runtime';
import type { EventHandlers } from '@redress/messaging';
import type { EntityClass } from '@redress/persistence';
import { repeat, type Composition, type Foundations, type Repetition } from '@redress/service-host';
import { PRODUCERS, type Capability, type CapabilityParts } from './capability';
import { AUTHORITY, authorityFrom } from './authority/composition-root';
import { CASE_FILE } from './case-file/composition-root';
import { costDimensions } from './case-file/cost-dimensions.policy';
import { SetGoodwillBudgetResolver } from './goodwill/set-goodwill-budget/set-goodwill-budget.resolver';
import { GoodwillBudgetResolver } from './goodwill/view-goodwill-budget/goodwill-budget.resolver';
import { createBookCheck } from './ledger/check-books/check-books.job';
import { LEDGER } from './ledger/composition-root';
import { TrialBalanceResolver } from './ledger/view-trial-balance/trial-balance.resolver';
import { EVIDENCE } from './evidence/composition-root';
import { PAPER } from './paper/composition-root';
import { BANK_TRANSFER } from './bank-transfer/composition-root';
import { FULFILMENT } from './fulfilment/composition-root';
import { instalmentPlansInMysql } from './payment/adapters/instalment-plan.repository-mysql';
import { payingWith, type PaymentSettings } from './payment/composition-root';
import { inInstalments } from './payment/plan-payouts/plan-in-instalments.policy';
import { PAYOUT } from './payout/composition-root';
import { VOUCHER } from './voucher/composition-root';
import { ON_THE_SPOT } from './on-the-spot/composition-root';
import { EXPORT } from './export/composition-root';
import { PERIOD_CLOSE } from './period-close/composition-root';
import { PURCHASE } from './purchase/composition-root';
import { RECONCILIATION } from './reconciliation/composition-root';
import { financeRefusalTexts } from './refusal-texts';
import { savedViewsInMysql } from './saved-view/adapters/saved-view.repository-mysql';
import { SAVED_VIEW } from './saved-view/composition-root';
import { RETURNS } from './returns/composition-root';
import type { SettlementListener } from './settlement/model/settlement-hooks.policy';
import { SettlementRow } from './settlement/adapters/settlement.row';
import { ApproveSettlementResolver } from './settlement/approve-settlement/approve-settlement.resolver';
import { ApproveSettlementsResolver } from './settlement/approve-settlements/approve-settlements.resolver';
import { onCaseClosed, onSettlementReturned } from './settlement/cancel-settlement/case-handling.consumer';
import { onResolutionApproved } from './settlement/draw-up-settlement/resolution-approved.consumer';
import { PreviewApprovalResolver } from './settlement/preview-approval/preview-approval.resolver';
import { RejectSettlementResolver } from './settlement/reject-settlement/reject-settlement.resolver';
import { onConsentRecorded } from './settlement/release-settlement/consent-recorded.consumer';
import { LOSS } from './loss/composition-root';
import { PENALTIES } from './penalties/composition-root';
import { booksSettingsInMysql } from './ledger/adapters/books-setting.repository-mysql';
import { receivablesInMysql } from './receivables/adapters/receivable.repository-mysql';
import { crediting } from './receivables/credit-receivable/credit-receivables.handler';
import { RECEIVABLES } from './receivables/composition-root';
import { SETTLEMENT_LISTS } from './settlement/view-settlements/composition-root';
import { SettlementListResolver } from './settlement/view-settlements/settlement-list.resolver';
import { Case, Complaint } from './settlement/view-settlements/settlement.gql';
import { SettlementLoader } from './settlement/view-settlements/settlement.loader';
import { parentReferences, settlementReferences } from './settlement/view-settlements/settlement.reference';
import { SettlementResolver } from './settlement/view-settlements/settlement.resolver';
import {
  CaseSettlementsResolver,
  ComplaintSettlementsResolver,
} from './settlement/view-settlements/settlements-of-parents.resolver';
import { storesOf, type Stores } from './stores/composition-root';
import { onRegulationAdopted } from './tenant-calendar/adopt-time-zone/regulation-adopted.consumer';
import { WAREHOUSE } from './warehouse/composition-root';

const BOOKS_CHECKED_EVERY_MS = 600_000;

/** Capabilities that bring their own parts, each from its own composition root. */
const CAPABILITIES: readonly Capability[] = [
  PURCHASE,
  CASE_FILE,
  AUTHORITY,
  SETTLEMENT_LISTS,
  SAVED_VIEW,
  EXPORT,
  LEDGER,
  PERIOD_CLOSE,
  ON_THE_SPOT,
  RECEIVABLES,
  PENALTIES,
  LOSS,
  PAYOUT,
  BANK_TRANSFER,
  VOUCHER,
  FULFILMENT,
  PAPER,
  EVIDENCE,
  RETURNS,
  WAREHOUSE,
  RECONCILIATION,
];

/** The row classes of the service. */
export const FINANCE_ROWS: readonly EntityClass[] = [SettlementRow, ...CAPABILITIES.flatMap(({ rows = [] }) => rows)];

function subgraph(
  instances: readonly object[],
  references: Readonly<Record<string, ResolveReferences>>,
): SubgraphSchema {
  return buildSubgraph({
    resolvers: [
      SettlementResolver,
      SettlementListResolver,
      CaseSettlementsResolver,
      ComplaintSettlementsResolver,
      ApproveSettlementResolver,
      ApproveSettlementsResolver,
      PreviewApprovalResolver,
      RejectSettlementResolver,
      SetGoodwillBudgetResolver,
      GoodwillBudgetResolver,
      TrialBalanceResolver,
      ...CAPABILITIES.flatMap(({ resolvers }) => resolvers),
    ],
    orphanedTypes: [Case, Complaint, ...CAPABILITIES.flatMap(({ orphanedTypes = [] }) => orphanedTypes)],
    references: { ...references, Case: parentReferences, Complaint: parentReferences },
    refusalTexts: financeRefusalTexts,
    container: containerOf(instances),
  });
}

/** The subgraph without anything behind it: enough to print its schema. */
export function schemaOnly(): SubgraphSchema {
  const nothing: ResolveReferences = () => Promise.resolve([]);
  const entities = ['Settlement', ...CAPABILITIES.flatMap(({ entities: own = [] }) => own)];
  return subgraph([], Object.fromEntries(entities.map((entity) => [entity, nothing])));
}

/** Wires the service. */
export function compose(foundations: Foundations, settings: PaymentSettings): Composition {
  const { database } = foundations;
  const listeners: SettlementListener[] = [];
  const stores = storesOf(foundations, listeners);
  const paying = payingWith(foundations, settings, stores);
  const parts = CAPABILITIES.map((capability) => capability.compose({ foundations, settings, stores, paying }));
  listeners.push(...parts.flatMap(({ listeners: own = [] }) => own));
  const settlements = new SettlementLoader(database);
  const gates = parts.flatMap(({ gates: own = [] }) => own);
  const approval = {
    ...{ ...stores, gates, authority: authorityFrom(stores) },
    planPayouts: inInstalments(
      crediting(paying.planPayouts, {
        ...stores,
        receivables: receivablesInMysql,
        booksSettings: booksSettingsInMysql,
      }),
      { ...stores, instalmentPlans: instalmentPlansInMysql },
    ),
    dimensions: costDimensions(stores),
    wakePayments: paying.wake,
  };
  const instances = [
    new SettlementResolver(settlements),
    new SettlementListResolver(database, savedViewsInMysql),
    new CaseSettlementsResolver(settlements),
    new ComplaintSettlementsResolver(settlements),
    new ApproveSettlementResolver(approval, settlements),
    new ApproveSettlementsResolver(approval, settlements),
    new PreviewApprovalResolver(approval),
    new RejectSettlementResolver(approval, settlements),
    new SetGoodwillBudgetResolver(stores),
    new GoodwillBudgetResolver(database),
    new TrialBalanceResolver(database),
    ...parts.flatMap(({ instances: own }) => own),
  ];
  const references = Object.assign(
    { Settlement: settlementReferences(settlements) },
    ...parts.map(({ references: own = {} }) => own),
  ) as Record<string, ResolveReferences>;
  return {
    schema: subgraph(instances, references),
    consumptions: consumptionsOf([{ instances: [], handlers: { 'case-handling': handlersWith(stores) } }, ...parts]),
    workers: [paying.worker, bookCheck(foundations), ...parts.flatMap(({ workers = [] }) => workers)],
    ...routesOf(parts),
  };
}

/** What one producer tells may concern several capabilities: each event goes to all of them, in the order of the list. */
function consumptionsOf(parts: readonly CapabilityParts[]): NonNullable<Composition['consumptions']> {
  return PRODUCERS.flatMap((producer) => {
    const all = parts.flatMap(({ handlers = {} }): EventHandlers[] => [handlers[producer] ?? {}]);
    const handlers = inTurn(all);
    return Object.keys(handlers).length === 0 ? [] : [{ producer, handlers }];
  });
}

function inTurn(all: readonly EventHandlers[]): EventHandlers {
  const types = [...new Set(all.flatMap((handlers) => Object.keys(handlers)))];
  return Object.fromEntries(
    types.map((type) => {
      const concerned = all.flatMap((handlers) => handlers[type] ?? []);
      const [only] = concerned;
      if (concerned.length === 1 && only !== undefined) return [type, only];
      const each: EventHandlers[string] = async (event, tx) => {
        for (const handle of concerned) await handle(event, tx);
      };
      return [type, each];
    }),
  );
}

function routesOf(parts: readonly CapabilityParts[]): Pick<Composition, 'routes'> {
  const all = parts.flatMap(({ routes }) => routes ?? []);
  if (all.length === 0) return {};
  return { routes: (app) => all.forEach((add) => add(app)) };
}

function handlersWith(stores: Stores): EventHandlers {
  return {
    ...onRegulationAdopted(stores),
    ...onResolutionApproved(stores),
    ...onConsentRecorded(stores),
    ...onSettlementReturned(stores),
    ...onCaseClosed(stores),
  };
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
