import type { Capability } from '../capability';
import { booksSettingsInMysql } from './adapters/books-setting.repository-mysql';
import { SetBooksSettingResolver } from './set-books-setting/set-books-setting.resolver';
import { ExchangeRatesResolver } from './set-exchange-rate/exchange-rates.resolver';
import { AccountStatementResolver } from './view-account-statement/account-statement.resolver';
import { CostsResolver } from './view-costs/costs.resolver';
import { ChartOfAccountsResolver } from './view-trial-balance/chart-of-accounts.resolver';

/** The books beyond what settlements need of them. */
export const LEDGER: Capability = {
  resolvers: [
    ChartOfAccountsResolver,
    AccountStatementResolver,
    CostsResolver,
    SetBooksSettingResolver,
    ExchangeRatesResolver,
  ],
  compose: ({ stores: { database, clock } }) => {
    const dependencies = { database, clock, booksSettings: booksSettingsInMysql };
    return {
      instances: [
        new ChartOfAccountsResolver(),
        new AccountStatementResolver(database),
        new CostsResolver(database),
        new SetBooksSettingResolver(dependencies),
        new ExchangeRatesResolver(dependencies),
      ],
    };
  },
};
