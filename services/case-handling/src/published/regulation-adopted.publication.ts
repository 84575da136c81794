import { regulationAdopted, type EventData } from '@redress/contracts';
import type { NewEvent } from '@redress/messaging';
import type { Adoption } from '../adoption/model/adoption.model';

/** The contract event of an adoption. */
export function regulationAdoptedEvent(adoption: Adoption): NewEvent<typeof regulationAdopted> {
  return {
    definition: regulationAdopted,
    data: {
      adoptionId: adoption.id,
      regulation: { id: adoption.regulationId, version: adoption.regulationVersion },
      effectiveFrom: adoption.effectiveFrom.toISOString(),
      adoptedAt: adoption.adoptedAt.toISOString(),
      adoptedBy: adoption.adoptedBy,
      ...(adoption.document === undefined ? {} : { document: plain(adoption.document) }),
      settings: JSON.parse(JSON.stringify(adoption.settings)) as EventData<typeof regulationAdopted>['settings'],
    },
  };
}

type Document = NonNullable<EventData<typeof regulationAdopted>['document']>;

function plain(document: NonNullable<Adoption['document']>): Document {
  return JSON.parse(JSON.stringify(document)) as Document;
}
