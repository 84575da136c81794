import type { Capability } from '../capability';
import { accountingPeriodsInMysql } from './adapters/accounting-period.repository-mysql';
import { ClosePeriodResolver } from './close-period/close-period.resolver';
import type { PeriodDependencies } from './close-period/close-period.handler';
import { VerifyPeriodResolver } from './verify-period/verify-period.resolver';
import { AccountingPeriodsResolver } from './view-periods/accounting-periods.resolver';

/** Closing the months of the books. */
export const PERIOD_CLOSE: Capability = {
  resolvers: [ClosePeriodResolver, AccountingPeriodsResolver, VerifyPeriodResolver],
  compose: ({ stores: { database, calendar, clock } }) => {
    const dependencies: PeriodDependencies = {
      ...{ database, calendar, clock },
      periods: accountingPeriodsInMysql,
    };
    return {
      instances: [
        new ClosePeriodResolver(dependencies),
        new AccountingPeriodsResolver(dependencies),
        new VerifyPeriodResolver(dependencies),
      ],
    };
  },
};
