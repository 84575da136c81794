import { repeat, type Foundations, type Repetition } from '@redress/service-host';
import { signaturesInMysql } from '../authority/adapters/signatures.repository-mysql';
import type { Capability } from '../capability';
import type { Stores } from '../stores/composition-root';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { boughtLinesInMysql } from './adapters/bought-lines-mysql';
import { returnExceptionsInMysql } from './adapters/return-exception.repository-mysql';
import { returnPoliciesInMysql } from './adapters/return-policies-mysql';
import { returnsInMysql } from './adapters/return.repository-mysql';
import { warehouseReceiptsInMysql } from './adapters/warehouse-receipt.repository-mysql';
import { returnsOfSettlements } from './authorise-return/follow-settlement.handler';
import { InspectReturnResolver } from './inspect-return/inspect-return.resolver';
import { overdueSweep } from './raise-overdue/raise-overdue.job';
import { ReconcileReturnResolver } from './reconcile-return/reconcile-return.resolver';
import { ReturnsReportResolver } from './report-returns/returns-report.resolver';
import { goodsGate } from './require-goods/require-goods.policy';
import { ResolveReturnExceptionResolver } from './resolve-exception/resolve-exception.resolver';
import { ReturnPolicyResolver } from './set-return-policy/return-policy.resolver';
import { ReturnExceptionLoader } from './view-exceptions/return-exception.loader';
import { returnExceptionReferences } from './view-exceptions/return-exception.reference';
import { ExceptionsOfReturnResolver, ReturnExceptionResolver } from './view-exceptions/return-exception.resolver';
import { ReturnListResolver } from './view-returns/return-list.resolver';
import { ReturnLoader } from './view-returns/return.loader';
import { returnReferences } from './view-returns/return.reference';
import { ReturnLineResolver, ReturnOfSettlementResolver, ReturnResolver } from './view-returns/return.resolver';

const OVERDUE_EVERY_MS = 600_000;

/** What is kept about goods that come back; receipts of warehouses are counted on it. */
export function returnStores(stores: Stores) {
  return {
    ...stores,
    returns: returnsInMysql,
    exceptions: returnExceptionsInMysql,
    policies: returnPoliciesInMysql,
    receipts: warehouseReceiptsInMysql,
    bought: boughtLinesInMysql,
  };
}

/** What a settlement lets come back, matched with what came. */
export const RETURNS: Capability = {
  resolvers: [
    ReturnResolver,
    ReturnLineResolver,
    ReturnOfSettlementResolver,
    ReturnListResolver,
    InspectReturnResolver,
    ReconcileReturnResolver,
    ReturnPolicyResolver,
    ReturnExceptionResolver,
    ExceptionsOfReturnResolver,
    ResolveReturnExceptionResolver,
    ReturnsReportResolver,
  ],
  entities: ['ReturnAuthorisation', 'ReturnException'],
  compose({ foundations, stores }) {
    const { database, clock } = foundations;
    const ports = returnStores(stores);
    const returns = new ReturnLoader(database);
    const exceptions = new ReturnExceptionLoader(database, clock);
    return {
      instances: [
        new ReturnResolver(returns, new SettlementLoader(database)),
        new ReturnLineResolver(returns),
        new ReturnOfSettlementResolver(returns),
        new ReturnListResolver(database),
        new InspectReturnResolver(ports, returns),
        new ReconcileReturnResolver({ ...ports, signatures: signaturesInMysql }, returns),
        new ReturnPolicyResolver(ports),
        new ReturnExceptionResolver(database, clock, exceptions, returns),
        new ExceptionsOfReturnResolver(exceptions),
        new ResolveReturnExceptionResolver(ports, exceptions),
        new ReturnsReportResolver(database),
      ],
      references: {
        ReturnAuthorisation: returnReferences(returns),
        ReturnException: returnExceptionReferences(exceptions),
      },
      gates: [goodsGate(ports)],
      listeners: [returnsOfSettlements(ports)],
      workers: [overdueWorker(foundations, overdueSweep({ ...ports, logger: foundations.logger }))],
    };
  },
};

function overdueWorker({ logger }: Foundations, sweep: () => Promise<void>) {
  let repetition: Repetition | undefined;
  return {
    name: 'overdue returns',
    start: () => {
      repetition = repeat('overdue returns', OVERDUE_EVERY_MS, logger, sweep);
      return Promise.resolve();
    },
    stop: () => repetition?.stop() ?? Promise.resolve(),
  };
}
