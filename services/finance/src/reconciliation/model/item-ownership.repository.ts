import type { TenantTransaction } from '@redress/persistence';

/** An open line, or a payment that no statement of the account shows. */
export type UnexplainedItem = { readonly lineId: string } | { readonly accountId: string; readonly paymentId: string };

/** Who looks after what nothing explains. */
export interface ItemOwnership {
  /** The item locked, or undefined when there is none; version 0 for a payment that was given to nobody yet. */
  lock(
    tx: TenantTransaction,
    item: UnexplainedItem,
  ): Promise<{ readonly open: boolean; readonly version: number } | undefined>;
  assign(
    tx: TenantTransaction,
    item: UnexplainedItem,
    to: { readonly owner: string; readonly note: string | null; readonly version: number },
  ): Promise<void>;
}
