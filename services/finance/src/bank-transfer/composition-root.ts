import type { Capability } from '../capability';
import { PayoutLoader } from '../payout/view-payouts/payout.loader';
import { payeeAccountsInMysql } from './adapters/payee-account.repository-mysql';
import { transferBatchesInMysql } from './adapters/transfer-batch.repository-mysql';
import { TransferBatchLoader } from './view-batches/transfer-batch.loader';
import { transferBatchReferences } from './view-batches/transfer-batch.reference';
import { BankTransferBatchResolver } from './view-batches/transfer-batch.resolver';

/** Bank transfers: accounts of payees, and the files that go to the bank. */
export const BANK_TRANSFER: Capability = {
  resolvers: [BankTransferBatchResolver],
  entities: ['BankTransferBatch'],
  compose: ({ stores, paying: { follow } }) => {
    const { database } = stores;
    const batches = new TransferBatchLoader(database);
    const dependencies = {
      ...{ ...stores, follow },
      batches: transferBatchesInMysql,
      payeeAccounts: payeeAccountsInMysql,
    };
    return {
      instances: [new BankTransferBatchResolver(database, dependencies, batches, new PayoutLoader(database))],
      references: { BankTransferBatch: transferBatchReferences(batches) },
    };
  },
};
