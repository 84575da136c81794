import type { Capability } from '../capability';
import { PayoutLoader } from '../payout/view-payouts/payout.loader';
import { fileLinks } from '../public-files/file-links';
import { payeeAccountsInMysql } from './adapters/payee-account.repository-mysql';
import { transferBatchesInMysql } from './adapters/transfer-batch.repository-mysql';
import { bankFileRoutes } from './view-batches/bank-file-routes';
import { TransferBatchLoader } from './view-batches/transfer-batch.loader';
import { transferBatchReferences } from './view-batches/transfer-batch.reference';
import { BankTransferBatchResolver } from './view-batches/transfer-batch.resolver';

/** Bank transfers: accounts of payees, and the files that go to the bank. */
export const BANK_TRANSFER: Capability = {
  resolvers: [BankTransferBatchResolver],
  entities: ['BankTransferBatch'],
  compose: ({ foundations: { clock }, settings, stores, paying: { follow } }) => {
    const { database } = stores;
    const batches = new TransferBatchLoader(database);
    const links = fileLinks(settings, clock).transfers;
    const payouts = new PayoutLoader(database);
    const dependencies = {
      ...{ ...stores, follow },
      batches: transferBatchesInMysql,
      payeeAccounts: payeeAccountsInMysql,
    };
    return {
      instances: [new BankTransferBatchResolver(database, dependencies, batches, payouts, links)],
      routes: bankFileRoutes(links.key, { database, clock }),
      references: { BankTransferBatch: transferBatchReferences(batches) },
    };
  },
};
