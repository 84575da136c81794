import type { TenantTransaction } from '@redress/persistence';
import type { Fulfilment } from './fulfilment.model';

/** Stores what departments are to do. */
export interface FulfilmentRepository {
  /** Throws `FulfilmentOrdered` when it was ordered for the part already. */
  add(tx: TenantTransaction, fulfilment: Fulfilment): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<Fulfilment | undefined>;
  save(tx: TenantTransaction, fulfilment: Fulfilment): Promise<void>;
}

/** Another has ordered it of a department. */
export class FulfilmentOrdered extends Error {}
