import { regulationAdopted } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { AdoptedRegulations } from '../model/adopted-regulations.repository';

/** Takes over what case handling tells of adoptions. */
export function onRegulationKept({ regulations }: { readonly regulations: AdoptedRegulations }): EventHandlers {
  return onEvent(regulationAdopted, ({ data }, tx) =>
    regulations.enter(tx, {
      id: data.adoptionId,
      regulation: data.regulation,
      effectiveFrom: new Date(data.effectiveFrom),
      adoptedAt: new Date(data.adoptedAt),
      settings: data.settings,
      document: data.document,
    }),
  );
}
