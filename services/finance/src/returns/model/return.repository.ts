import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { QuantityByDisposition } from './disposition.model';
import type { ReturnAuthorisation } from './return-authorisation.model';
import type { ReturnEvent } from './return.events';

/** A look at goods of one line. */
export interface Inspection {
  readonly id: string;
  readonly returnLineId: string;
  readonly quantities: QuantityByDisposition;
  readonly findings?: string;
  readonly inspectedBy: string;
  readonly inspectedAt: Date;
}

/** Stores what may come back and what did, together with the events that tell of it. */
export interface ReturnRepository {
  /** Keeps others from changing it and its lines until the transaction ends. */
  lock(tx: TenantTransaction, id: string): Promise<ReturnAuthorisation | undefined>;
  lockOfSettlement(tx: TenantTransaction, settlementId: string): Promise<ReturnAuthorisation | undefined>;
  /** Those that goods may belong to by the number of a return or an order, in the order of their ids; open ones only. */
  lockExpecting(
    tx: TenantTransaction,
    named: { readonly returnNumbers: readonly string[]; readonly orderNumbers: readonly string[] },
  ): Promise<ReturnAuthorisation[]>;
  add(tx: TenantTransaction, authorisation: ReturnAuthorisation, events: readonly ReturnEvent[]): Promise<void>;
  /** Stores what changed of a locked one and tells of it; its version grows by the number of events. */
  save(tx: TenantTransaction, change: ReturnChange): Promise<ReturnAuthorisation>;
  /** Of which settlement it is; locks nothing, because settlements are locked before what hangs on them. */
  settlementIdOf(reader: TenantReader, id: string): Promise<string | undefined>;
  /** Of which authorisation a line is. */
  idOfLine(reader: TenantReader, returnLineId: string): Promise<string | undefined>;
  addInspection(tx: TenantTransaction, inspection: Inspection): Promise<void>;
  /** Those of which something is missing since before the moment, longest first; those after `after` of that order. */
  overdue(reader: TenantReader, now: Date, limit: number, after?: OverdueReturn): Promise<readonly OverdueReturn[]>;
  /** What is missing of it was asked after, or is to be at the moment given. */
  askAfter(tx: TenantTransaction, id: string, dueAt: Date | undefined): Promise<void>;
}

/** A return of which something should have come by now. */
export interface OverdueReturn {
  readonly id: string;
  readonly since: Date;
}

export interface ReturnChange {
  readonly before: ReturnAuthorisation;
  readonly after: ReturnAuthorisation;
  readonly events: readonly ReturnEvent[];
}
