import { newId, type Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { mysqlAddressedComplaints } from '../correspondence/adapters/addressed-complaint.repository-mysql';
import type { Register } from '../correspondence/receive-message/register-message.handler';
import type { MasterKeys } from '../personal-data/master-keys';
import type { AdoptionBook } from '../regulation/model/adoption-book.repository';
import { mysqlWorkOrderBook } from './adapters/work-order.repository-mysql';
import { WorkOrderMutationsResolver } from './advance-work-order/work-order-mutations.resolver';
import { callCentresJob } from './call-centre/call-centres.job';
import { workOrdersAnsweredConsumer } from './follow-case/case-closed.consumer';
import { workOrderRoutes } from './http/work-order-routes';
import type { ContactCentre } from './model/contact-centre';
import { WorkOrdersResolver, WorkOrderStepsResolver } from './view-work-orders/work-orders.resolver';

/** The resolvers of work orders. */
export const WORK_ORDER_RESOLVERS = [WorkOrderMutationsResolver, WorkOrdersResolver, WorkOrderStepsResolver] as const;

/** What work orders rest on. */
export interface WorkOrderFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly register: Register;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Wires the exchange of work orders with contact centres. */
export function composeWorkOrders(
  { masters, logger, ...foundations }: WorkOrderFoundations,
  centres: readonly ContactCentre[],
  pollMs: number,
) {
  const { database } = foundations;
  const workOrders = mysqlWorkOrderBook(database);
  const ports = { ...foundations, workOrders, centres, addressed: mysqlAddressedComplaints(masters), newId };
  const resolvers: readonly object[] = [
    new WorkOrderMutationsResolver(ports),
    new WorkOrdersResolver(database, workOrders),
    new WorkOrderStepsResolver(database, workOrders),
  ];
  return {
    resolvers,
    handlers: workOrdersAnsweredConsumer(ports),
    routes: workOrderRoutes(ports),
    worker: callCentresJob({ centres, workOrders, logger, pollMs }),
  };
}
