import type { Capability } from '../capability';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { vouchersInMysql } from './adapters/voucher.repository-mysql';
import { VoucherLoader } from './view-vouchers/voucher.loader';
import { voucherReferences } from './view-vouchers/voucher.reference';
import { VoucherResolver } from './view-vouchers/voucher.resolver';

/** Store credit: given a code, and taken for purchases. */
export const VOUCHER: Capability = {
  resolvers: [VoucherResolver],
  entities: ['Voucher'],
  compose: ({ stores }) => {
    const { database } = stores;
    const vouchers = new VoucherLoader(database);
    const dependencies = { ...stores, vouchers: vouchersInMysql };
    return {
      instances: [new VoucherResolver(database, dependencies, vouchers, new SettlementLoader(database))],
      references: { Voucher: voucherReferences(vouchers) },
    };
  },
};
