import type { Capability } from '../capability';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { fulfilmentsInMysql } from './adapters/fulfilment.repository-mysql';
import { FulfilmentLoader } from './view-fulfilments/fulfilment.loader';
import { fulfilmentReferences } from './view-fulfilments/fulfilment.reference';
import { FulfilmentResolver, SettlementFulfilmentsResolver } from './view-fulfilments/fulfilment.resolver';

/** What departments do for complainants beside the money. */
export const FULFILMENT: Capability = {
  resolvers: [FulfilmentResolver, SettlementFulfilmentsResolver],
  entities: ['Fulfilment'],
  compose: ({ stores }) => {
    const { database } = stores;
    const loader = new FulfilmentLoader(database);
    const dependencies = { ...stores, fulfilments: fulfilmentsInMysql };
    return {
      instances: [
        new FulfilmentResolver(database, dependencies, loader, new SettlementLoader(database)),
        new SettlementFulfilmentsResolver(loader),
      ],
      references: { Fulfilment: fulfilmentReferences(loader) },
    };
  },
};
