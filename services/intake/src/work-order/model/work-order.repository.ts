import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { WorkOrder, WorkOrderStep } from './work-order.model';

/** A call to a contact centre that a worker has taken on. */
export interface LeasedCall {
  readonly tenantId: string;
  readonly id: string;
  readonly centre: string;
  readonly body: string;
  readonly failures: number;
  readonly lease: string;
}

/** How an attempt to call went; without a pause after a failure, it was the last. */
export interface CallAttempt {
  readonly error?: string;
  readonly retryInMs?: number;
}

/** Where work orders are kept, with what their centres have to be told. */
export interface WorkOrderBook {
  lock(tx: TenantTransaction, id: string): Promise<WorkOrder | undefined>;
  /** Locks the order with a number of a centre. */
  lockByNumber(tx: TenantTransaction, centre: string, orderNumber: string): Promise<WorkOrder | undefined>;
  /** Locks the orders of a complaint that are not answered. */
  lockOpen(tx: TenantTransaction, complaintId: string): Promise<readonly WorkOrder[]>;
  enter(tx: TenantTransaction, order: WorkOrder, step: WorkOrderStep): void;
  advance(tx: TenantTransaction, order: WorkOrder, step: WorkOrderStep): void;
  /** Has the centre told, with the commit. */
  tell(tx: TenantTransaction, order: WorkOrder, step: WorkOrderStep): void;
  find(reader: TenantReader, ids: readonly string[]): Promise<readonly WorkOrder[]>;
  ofComplaints(reader: TenantReader, complaintIds: readonly string[]): Promise<readonly WorkOrder[]>;
  stepsOf(reader: TenantReader, ids: readonly string[]): Promise<readonly WorkOrderStep[]>;
  leaseCalls(limit: number, leaseMs: number): Promise<readonly LeasedCall[]>;
  recordCall(call: LeasedCall, attempt: CallAttempt): Promise<void>;
}
