import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import { money, ROLES } from '@redress/kernel';
import { findRegulation, type AdoptionSettings, type AuthorityLimit as LimitModel } from '@redress/regulations';
import type { Adoption as AdoptionModel } from '../model/adoption.model';
import { Adoption, type AuthorityLimit, type FilledValue } from './adoption.gql';
import { toRegulation } from './regulation-view.mapper';

/** An adoption in the graph. Throws `Error` when its regulation no longer ships. */
export function toAdoption(model: AdoptionModel): Adoption {
  const regulation = findRegulation(model.regulationId, model.regulationVersion);
  if (regulation === undefined) throw new Error(`adoption ${model.id} is of an unknown regulation`);
  const { timeZone, calendar, numbering, openValues } = model.settings;
  return Object.assign(new Adoption(), {
    id: toGlobalId('Adoption', model.id),
    regulation: toRegulation(regulation),
    effectiveFrom: model.effectiveFrom,
    adoptedAt: model.adoptedAt,
    adoptedBy: model.adoptedBy,
    timeZone,
    calendar,
    numbering,
    openValues: Object.entries(openValues).map(toFilledValue),
  });
}

function toFilledValue([key, value]: [string, AdoptionSettings['openValues'][string]]): FilledValue {
  const empty = { key, duration: null, authority: null };
  if (Array.isArray(value)) {
    return { ...empty, authority: value.flatMap((row) => ('holder' in row ? [toLimit(row)] : [])) };
  }
  if (typeof value === 'object' && 'unit' in value) {
    return { ...empty, duration: { ...value, maximum: value.maximum ?? null } };
  }
  return empty;
}

function toLimit({ holder, currency, maximumMinor }: LimitModel): AuthorityLimit {
  return {
    holder,
    role: ROLES.find((role) => role === holder) ?? null,
    currency,
    maximum: maximumMinor === null ? null : toMoney(money(BigInt(maximumMinor), currency)),
  };
}
