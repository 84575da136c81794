import { regulationAdopted } from '@redress/contracts';
import { onEvent } from '@redress/messaging';
import type { Capability } from '../capability';
import { tellingEarlierAdoptions } from '../earlier-adoptions/composition-root';
import { signalsInMysql } from './adapters/signal.repository-mysql';
import { watchSettingsInMysql } from './adapters/watch-setting.repository-mysql';
import { watchTurnsInMysql } from './adapters/watch-turns.repository-mysql';
import { DecideSignalResolver } from './decide-signal/decide-signal.resolver';
import { detectSignals } from './detect-signals/detect-signals.handler';
import { DetectSignalsResolver } from './detect-signals/detect-signals.resolver';
import { improvementPointsInMysql } from './improvement-points/adapters/improvement-points.repository-mysql';
import { FollowImprovementPointResolver } from './improvement-points/follow/follow-point.resolver';
import { measureEffects } from './improvement-points/follow/measure-effects.handler';
import { proposeOfLastMonth } from './improvement-points/propose/propose-points.handler';
import { ImprovementPointLoader } from './improvement-points/view/improvement-point.loader';
import { improvementPointReferences } from './improvement-points/view/improvement-point.reference';
import { ImprovementPointsResolver } from './improvement-points/view/improvement-points.resolver';
import { onRegulationAdopted } from './follow-regulations/regulation-adopted.consumer';
import { localDayOf } from './model/local-day.model';
import { SignalLoader } from './view-signals/signal.loader';
import { signalReferences } from './view-signals/signal.reference';
import { SignalsResolver } from './view-signals/signals.resolver';
import { WatchZoneLoader } from './view-signals/watch-zone.loader';
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
    const watch = async (tenantId: string): Promise<void> => {
      const reader = database.reader(tenantId);
      const { timeZone } = await settings.at(reader, clock.now());
      const today = localDayOf(clock.now(), timeZone);
      if ((await turns.watchedUntil(reader)) === today) return;
      await detectSignals(tenantId, dependencies);
      await proposeOfLastMonth(tenantId, dependencies);
      await measureEffects(tenantId, dependencies);
      await database.transaction(tenantId, (tx) => turns.setWatchedUntil(tx, today));
    };
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
        watchWorker({ turns, watch, logger, everyMs: LOOK_EVERY_MS }),
      ],
    };
  },
};
