import type { TenantTransaction } from '@redress/persistence';
import type { OnTheSpotPayment } from './on-the-spot-payment.model';

/** What the front line handed over. */
export interface OnTheSpotRepository {
  add(tx: TenantTransaction, payment: OnTheSpotPayment): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<OnTheSpotPayment | undefined>;
  /** Stores what became of its exception. */
  save(tx: TenantTransaction, payment: OnTheSpotPayment): Promise<void>;
}
