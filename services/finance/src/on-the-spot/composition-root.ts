import type { Capability } from '../capability';
import { onTheSpotInMysql } from './adapters/on-the-spot.repository-mysql';
import { onSettledOnTheSpot } from './book-on-the-spot/settled-on-the-spot.consumer';
import { OnTheSpotPaymentsResolver } from './view-on-the-spot/on-the-spot-payments.resolver';
import { WorkExceptionResolver } from './work-exception/work-exception.resolver';

/** Money that the front line handed over. */
export const ON_THE_SPOT: Capability = {
  resolvers: [OnTheSpotPaymentsResolver, WorkExceptionResolver],
  compose: ({ stores }) => {
    const dependencies = { ...stores, onTheSpot: onTheSpotInMysql };
    return {
      instances: [new OnTheSpotPaymentsResolver(stores.database), new WorkExceptionResolver(dependencies)],
      handlers: { intake: onSettledOnTheSpot(dependencies) },
    };
  },
};
