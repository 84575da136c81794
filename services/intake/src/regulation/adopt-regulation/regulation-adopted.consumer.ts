import { regulationAdopted } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { enterAdoption, type AdoptionPorts } from './enter-adoption.handler';

/** Takes over what case handling tells of adoptions. */
export function regulationAdoptedConsumer(ports: AdoptionPorts): EventHandlers {
  return onEvent(regulationAdopted, ({ data }, tx) =>
    enterAdoption(
      tx,
      {
        id: data.adoptionId,
        regulation: data.regulation,
        effectiveFrom: new Date(data.effectiveFrom),
        adoptedAt: new Date(data.adoptedAt),
        settings: data.settings,
        document: data.document,
      },
      ports,
    ),
  );
}
