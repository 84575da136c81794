import type { Capability } from '../capability';
import { booksSettingsInMysql } from '../ledger/adapters/books-setting.repository-mysql';
import { receivablesInMysql } from './adapters/receivable.repository-mysql';
import { CollectionRatesResolver } from './collection-rate/collection-rates.resolver';
import { onCasesOfReceivables } from './dispute-receivable/cases.consumer';
import { ReceivableMutationsResolver } from './record-receipt/receivable-mutations.resolver';
import { RegisterReceivablesResolver } from './register-receivables/register-receivables.resolver';
import { ReceivablesResolver } from './view-receivables/receivables.resolver';

/** What customers owe. */
export const RECEIVABLES: Capability = {
  resolvers: [ReceivablesResolver, RegisterReceivablesResolver, ReceivableMutationsResolver, CollectionRatesResolver],
  compose: ({ stores: { database, clock, ledger, calendar } }) => {
    const dependencies = { database, clock, ledger, receivables: receivablesInMysql };
    return {
      instances: [
        new ReceivablesResolver(database),
        new RegisterReceivablesResolver(dependencies),
        new ReceivableMutationsResolver({ ...dependencies, calendar }),
        new CollectionRatesResolver({ database, clock, booksSettings: booksSettingsInMysql }),
      ],
      handlers: { 'case-handling': onCasesOfReceivables(dependencies) },
    };
  },
};
