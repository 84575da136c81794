import { regulationAdopted } from '@redress/contracts';
import { onEvent } from '@redress/messaging';
import type { Capability } from '../capability';
import { tellingEarlierAdoptions } from '../earlier-adoptions/composition-root';
import { signalsInMysql } from './adapters/signal.repository-mysql';
import { watchSettingsInMysql } from './adapters/watch-setting.repository-mysql';
import { watchTurnsInMysql } from './adapters/watch-turns.repository-mysql';
import { DecideSignalResolver } from './decide-signal/decide-signal.resolver';
import { DetectSignalsResolver } from './detect-signals/detect-signals.resolver';
import { improvementPointsInMysql } from './improvement-points/adapters/improvement-points.repository-mysql';
import { FollowImprovementPointResolver } from './improvement-points/follow/follow-point.resolver';
import { ImprovementPointLoader } from './improvement-points/view/improvement-point.loader';
import { improvementPointReferences } from './improvement-points/view/improvement-point.reference';
import { ImprovementPointsResolver } from './improvement-points/view/improvement-points.resolver';
import { onRegulationAdopted } from './follow-regulations/regulation-adopted.consumer';
import { SignalLoader } from './view-signals/signal.loader';
import { signalReferences } from './view-signals/signal.reference';
import { SignalsResolver } from './view-signals/signals.resolver';
import { WatchZoneLoader } from './view-signals/watch-zone.loader';
import { watchOrganisation } from './watch-organisations/watch-organisation.handler';
import { watchWorker } from './watch-organisations/watch-organisations.job';

const LOOK_EVERY_MS = 15_000;

/** Rises that are more than chance, and what is improved because of them. */
export const SIGNALS: Capability = {
  resolvers: [
    SignalsResolver,
    DecideSignalResolver,
    DetectSignalsResolver,
    ImprovementPointsResolver,
    FollowImprovementPointResolver,
  ],
  entities: ['Signal', 'ImprovementPoint'],
  compose({ foundations, ask }) {
    const { database, clock, logger } = foundations;
    const settings = watchSettingsInMysql;
    const hear = onRegulationAdopted(settings);
    const turns = watchTurnsInMysql(database);
    const dependencies = {
      database,
      clock,
      ask,
      settings,
      turns,
      signals: signalsInMysql,
      points: improvementPointsInMysql,
    };
    const loader = new SignalLoader(database);
    const zone = new WatchZoneLoader(database, clock, settings);
    const points = new ImprovementPointLoader(database);
    return {
      instances: [
        new SignalsResolver(database, loader, zone),
        new DecideSignalResolver(dependencies, loader),
        new DetectSignalsResolver(dependencies),
        new ImprovementPointsResolver({ database, clock, zone, points, signals: loader }),
        new FollowImprovementPointResolver(dependencies, points),
      ],
      references: { Signal: signalReferences(loader), ImprovementPoint: improvementPointReferences(points) },
      handlers: { 'case-handling': onEvent(regulationAdopted, hear) },
      workers: [
        tellingEarlierAdoptions(foundations, { name: 'signals', hear }),
        watchWorker({
          ...{ turns, clock, logger, everyMs: LOOK_EVERY_MS },
          watch: (tenantId) => watchOrganisation(tenantId, dependencies),
        }),
      ],
    };
  },
};
