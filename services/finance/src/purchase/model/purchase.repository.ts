import type { TenantTransaction } from '@redress/persistence';
import type { Purchase } from './purchase.model';

/** A purchase that is registered already, and the digest of what was said about it. */
export interface RegisteredPurchase {
  readonly id: string;
  readonly contentHash: Buffer;
}

/** Stores purchases and tells of them. */
export interface PurchaseRepository {
  findByOrderNumber(tx: TenantTransaction, orderNumber: string): Promise<RegisteredPurchase | undefined>;
  /** Throws `OrderNumberTaken` when another transaction registered the order number first. */
  add(tx: TenantTransaction, purchase: Purchase, contentHash: Buffer): Promise<void>;
}

/** Somebody else registered the order number meanwhile; look again. */
export class OrderNumberTaken extends Error {
  constructor() {
    super('the order number was registered meanwhile');
    this.name = 'OrderNumberTaken';
  }
}
