import type { EventData, regulationAdopted } from '@redress/contracts';
import type { EventHandler } from '@redress/messaging';
import type { ReportAdoptions } from '../model/report-adoption.repository';

/** Takes over which regulation an organisation adopted from when on. */
export function onRegulationWithReports(adoptions: ReportAdoptions): EventHandler<EventData<typeof regulationAdopted>> {
  return ({ data }, tx) =>
    adoptions.enter(tx, {
      id: data.adoptionId,
      regulation: data.regulation,
      effectiveFrom: new Date(data.effectiveFrom),
      adoptedAt: new Date(data.adoptedAt),
      settings: data.settings,
      document: data.document,
    });
}
