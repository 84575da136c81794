import { toGlobalId } from '@redress/graphql-runtime';
import { regulationOf, type Adoption as AdoptionModel } from '../model/adoption.model';
import { digestOfTerms } from '../sign-adoption/digest-of-terms';
import { Adoption } from './adoption.gql';
import { toFilledValue } from './filled-value.mapper';
import { toRegulation } from './regulation-view.mapper';

/** An adoption in the graph. Throws `Error` when its regulation no longer ships. */
export function toAdoption(model: AdoptionModel): Adoption {
  const regulation = regulationOf(model);
  const { timeZone, calendar, numbering, openingHours, openValues } = model.settings;
  const types = new Map(regulation.openValues.map(({ key, type }) => [key, type]));
  return Object.assign(new Adoption(), {
    id: toGlobalId('Adoption', model.id),
    regulation: toRegulation({ regulation, own: model.document !== undefined }),
    terms: digestOfTerms(model),
    effectiveFrom: model.effectiveFrom,
    adoptedAt: model.adoptedAt,
    adoptedBy: model.adoptedBy,
    timeZone,
    calendar,
    numbering,
    openingHours: openingHours ?? null,
    openValues: Object.entries(openValues).map(([key, value]) => toFilledValue(key, types.get(key), value)),
  });
}
