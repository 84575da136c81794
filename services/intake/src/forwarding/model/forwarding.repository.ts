import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Forwarding } from './forwarding.model';

/** Where forwardings are kept. */
export interface ForwardingBook {
  ofComplaints(reader: TenantReader, complaintIds: readonly string[]): Promise<readonly Forwarding[]>;
  enter(tx: TenantTransaction, forwarding: Forwarding): void;
  confirm(tx: TenantTransaction, confirmed: Forwarding): void;
}
