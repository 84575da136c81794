import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ExchangeRate, Purchase } from './purchase.model';

/** A purchase that is registered already, and the digest of what was said about it. */
export interface RegisteredPurchase {
  readonly id: string;
  readonly contentHash: Buffer;
}

/** A purchase to be stored. */
export interface NewPurchase {
  readonly purchase: Purchase;
  readonly contentHash: Buffer;
}

/** Stores purchases and tells of them. */
export interface PurchaseRepository {
  /** Those that are registered, by order number, in one statement. */
  findByOrderNumbers(
    tx: TenantReader,
    orderNumbers: readonly string[],
  ): Promise<ReadonlyMap<string, RegisteredPurchase>>;
  /** In one statement for each table. Throws `OrderNumberTaken` when another transaction registered a number first. */
  add(tx: TenantTransaction, purchases: readonly NewPurchase[]): Promise<void>;
  /** The rate of an order in a foreign currency; undefined for one without, and for an unknown order. */
  exchangeRateOf(reader: TenantReader, orderNumber: string): Promise<ExchangeRate | undefined>;
}

/** Somebody else registered the order number meanwhile; look again. */
export class OrderNumberTaken extends Error {
  constructor() {
    super('the order number was registered meanwhile');
    this.name = 'OrderNumberTaken';
  }
}
