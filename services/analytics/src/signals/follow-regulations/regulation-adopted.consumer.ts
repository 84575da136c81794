import type { EventData, regulationAdopted } from '@redress/contracts';
import type { EventHandler } from '@redress/messaging';
import { findRegulation, readRegulation, type Regulation } from '@redress/regulations';
import type { WatchSettings } from '../model/watch-setting.repository';

/** What regulations call the number of improvements to be found in a month. */
const IMPROVEMENT_POINTS = 'improvement-points';

/** An organisation that adopts a regulation is watched from then on, by its own days. */
export function onRegulationAdopted(settings: WatchSettings): EventHandler<EventData<typeof regulationAdopted>> {
  return async ({ data }, tx) => {
    const { timeZone } = data.settings;
    const { id, version } = data.regulation;
    const improvementPoints = pointsAskedBy(
      data.document === undefined ? findRegulation(id, version) : readOwn(data.document),
    );
    await settings.adopt(tx, {
      adoptionId: data.adoptionId,
      effectiveFrom: new Date(data.effectiveFrom),
      timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
      ...(improvementPoints === undefined ? {} : { improvementPoints }),
    });
  };
}

function pointsAskedBy(regulation: Regulation | undefined): number | undefined {
  return regulation?.metrics.find(({ metric }) => metric === IMPROVEMENT_POINTS)?.target?.value;
}

/** A document that this version of the program cannot read asks for nothing that it knows of. */
function readOwn(document: unknown): Regulation | undefined {
  try {
    return readRegulation('adopted regulation', JSON.stringify(document));
  } catch {
    return undefined;
  }
}
