import { repeat, type Composition, type Foundations, type Repetition } from '@redress/service-host';
import { adoptionHearingsInMysql } from './adapters/adoption-hearings.repository-mysql';
import type { AdoptionListener } from './model/adoption-hearings.repository';
import { tellListener } from './tell-listeners/tell-listener.handler';
import { tellOfAll } from './tell-listeners/tell-listener.job';

type Worker = NonNullable<Composition['workers']>[number];

const LOOK_EVERY_MS = 10_000;

/** Tells a listener, once for each organisation, of the adoptions that were taken in before it listened. */
export function tellingEarlierAdoptions(
  { database, clock, logger }: Pick<Foundations, 'database' | 'clock' | 'logger'>,
  listener: AdoptionListener,
  everyMs: number = LOOK_EVERY_MS,
): Worker {
  const hearings = adoptionHearingsInMysql(database);
  let repetition: Repetition | undefined;
  let stopping = false;
  const round = () =>
    tellOfAll({
      ...{ listener: listener.name, logger, stopping: () => stopping },
      untold: (...page) => hearings.untold(...page),
      tell: (tenantId) => tellListener(listener, tenantId, { database, clock, hearings }),
    });
  return {
    name: `earlier adoptions for ${listener.name}`,
    start: () => {
      repetition = repeat(`earlier adoptions for ${listener.name}`, everyMs, logger, round);
      return Promise.resolve();
    },
    stop: async () => {
      stopping = true;
      await repetition?.stop();
    },
  };
}
