import type { Database } from '@redress/persistence';
import { repeat, type Foundations, type Repetition } from '@redress/service-host';
import { factsInMysql } from './adapters/facts.repository-mysql';
import { generationsInMysql } from './adapters/generations.repository-mysql';
import { generationsOfAllInMysql } from './adapters/generations-of-all.repository-mysql';
import { journalInMysql } from './adapters/journal.repository-mysql';
import type { FactListener } from './model/fact-listener.client';
import { FACT_TABLES } from './model/fact-tables.model';
import { projections } from './projections';
import type { FoldingParts } from './rebuild/fold-journal.handler';
import { tendGenerations } from './rebuild/generations.job';
import { rebuildFacts } from './rebuild/rebuild-facts.handler';
import { consumptions, type EventsConsumerParts } from './take-in/events.consumer';
import { compareGenerations } from './verify/compare-generations.query';
import { verifyFacts } from './verify/verify-facts.handler';

/** What the service takes from each producer. */
export const takingIn = (beside: Pick<EventsConsumerParts, 'listeners' | 'handlers'>) =>
  consumptions({ projections, facts: factsInMysql, ...beside });

/** Events of one transaction in a process that does nothing else, and in one that answers questions meanwhile. */
const EVENTS_AT_ONCE = { alone: 1_000, inService: 500 };

const TEND_EVERY_MS = 10_000;

/** Tables in which a generation has rows. */
const tablesOf = (listeners: readonly FactListener[]): readonly string[] => [
  ...FACT_TABLES.flatMap(({ name }) => [name, `${name}_history`]),
  ...listeners.flatMap(({ tables }) => tables ?? []),
];

/** What makes facts anew from the journal. */
export function remaking(
  database: Database,
  listeners: readonly FactListener[],
  eventsAtOnce: number = EVENTS_AT_ONCE.alone,
) {
  const parts: FoldingParts = {
    ...{ database, eventsAtOnce, projections },
    ...{ facts: factsInMysql, generations: generationsInMysql, journal: journalInMysql },
  };
  return {
    rebuild: (tenantId: string) => rebuildFacts(parts, tenantId),
    verify: (tenantId: string) => verifyFacts({ ...parts, compare: compareGenerations, listeners }, tenantId),
    tenants: () => generationsOfAllInMysql(database.system).tenants(),
  };
}

/** Goes on with rebuilds that were left, and removes generations that are over. */
export function tendingGenerations({ database, logger }: Foundations, listeners: readonly FactListener[]) {
  const { rebuild } = remaking(database, listeners, EVENTS_AT_ONCE.inService);
  const round = { generations: generationsOfAllInMysql(database.system), tables: tablesOf(listeners), rebuild, logger };
  let repetition: Repetition | undefined;
  return {
    name: 'generations of facts',
    start: () => {
      repetition = repeat('generations of facts', TEND_EVERY_MS, logger, () => tendGenerations(round));
      return Promise.resolve();
    },
    stop: async () => {
      await repetition?.stop();
    },
  };
}
