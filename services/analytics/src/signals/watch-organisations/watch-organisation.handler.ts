import { localDayOf, startOf } from '../model/local-day.model';
import { dayAfter } from '../model/series.model';
import { detectSignals, type DetectDependencies } from '../detect-signals/detect-signals.handler';
import { measureEffects } from '../improvement-points/follow/measure-effects.handler';
import type { ImprovementPoints } from '../improvement-points/model/improvement-points.repository';
import { proposeOfLastMonth } from '../improvement-points/propose/propose-points.handler';
import { changesSeen, couldRise } from './look-needed.rules';

export interface WatchDependencies extends DetectDependencies {
  readonly points: ImprovementPoints;
}

/** Events of a day’s last moments may still be on their way. */
const SETTLED_AFTER_MS = 5 * 60_000;

/**
 * Looks at what is complete of an organisation on its day, and tells when the next day is to be looked at. What goes wrong
 * with rises does not keep effects from being measured; it is thrown after them.
 */
export async function watchOrganisation(tenantId: string, dependencies: WatchDependencies): Promise<Date> {
  const { database, clock, settings, turns } = dependencies;
  const reader = database.reader(tenantId);
  const { timeZone } = await settings.at(reader, clock.now());
  const today = localDayOf(clock.now(), timeZone);
  // Before anything is asked: what comes in meanwhile counts as new the next time.
  const changes = changesSeen(await turns.changes(reader), today);
  const failures: unknown[] = [];
  for (const each of [
    async () => {
      if (couldRise(changes, today) || (await dependencies.signals.ongoing(reader)).length > 0)
        await detectSignals(tenantId, dependencies);
      // Only with the rises of the day: they are proposed before everything else.
      await proposeOfLastMonth(tenantId, dependencies);
    },
    () => measureEffects(tenantId, dependencies),
  ]) {
    await each().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'an organisation could not be watched');
  await database.transaction(tenantId, (tx) => turns.setWatchedUntil(tx, today, changes));
  return new Date(startOf(dayAfter(today, 1), timeZone).getTime() + SETTLED_AFTER_MS);
}
