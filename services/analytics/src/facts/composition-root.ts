import { factsInMysql } from './adapters/facts.repository-mysql';
import { projections } from './projections';
import { consumptions, type EventsConsumerParts } from './take-in/events.consumer';

/** What the service takes from each producer. */
export const takingIn = (beside: Pick<EventsConsumerParts, 'listeners' | 'handlers'>) =>
  consumptions({ projections, facts: factsInMysql, ...beside });
