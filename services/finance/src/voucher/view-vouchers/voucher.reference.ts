import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { VoucherLoader } from './voucher.loader';

/** Vouchers by id; null for what does not exist or is not the viewer's. */
export function voucherReferences(vouchers: VoucherLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const voucherId = fromGlobalId('Voucher', id);
        return voucherId === undefined ? null : vouchers.find(context, voucherId);
      }),
    );
}
