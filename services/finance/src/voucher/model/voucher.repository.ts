import type { TenantTransaction } from '@redress/persistence';
import type { Redemption, Voucher } from './voucher.model';

/** Stores vouchers and what was taken from them. */
export interface VoucherRepository {
  add(tx: TenantTransaction, voucher: Voucher): Promise<void>;
  /** Locked, so that what is taken from it is taken one after the other. */
  lock(tx: TenantTransaction, id: string): Promise<Voucher | undefined>;
  lockByCode(tx: TenantTransaction, codeHash: string): Promise<Voucher | undefined>;
  save(tx: TenantTransaction, voucher: Voucher): Promise<void>;
  /** What was taken for the purchase already. */
  redemptionFor(tx: TenantTransaction, voucher: Voucher, reference: string): Promise<Redemption | undefined>;
  addRedemption(tx: TenantTransaction, voucher: Voucher, redemption: Redemption, by: string, at: Date): Promise<void>;
}
