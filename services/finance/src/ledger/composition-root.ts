import type { Capability } from '../capability-parts.model';
import { booksSettingsInMysql } from './adapters/books-setting.repository-mysql';
import { exchangeDifferences } from './book-exchange-difference/exchange-difference.handler';
import { SetBooksSettingResolver } from './set-books-setting/set-books-setting.resolver';
import { ExchangeRatesResolver } from './set-exchange-rate/exchange-rates.resolver';
import { ChartOfAccountsResolver } from './view-trial-balance/chart-of-accounts.resolver';

/** The books beyond what settlements need of them. */
export const LEDGER: Capability = {
  resolvers: [ChartOfAccountsResolver, SetBooksSettingResolver, ExchangeRatesResolver],
  compose: ({ stores: { database, clock, ledger } }) => {
    const dependencies = { database, clock, booksSettings: booksSettingsInMysql };
    return {
      instances: [
        new ChartOfAccountsResolver(),
        new SetBooksSettingResolver(dependencies),
        new ExchangeRatesResolver(dependencies),
      ],
      listeners: [exchangeDifferences({ ledger, clock })],
    };
  },
};
