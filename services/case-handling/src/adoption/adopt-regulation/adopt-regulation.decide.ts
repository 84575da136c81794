import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { checkAdoption, type AdoptionSettings } from '@redress/regulations';
import type { PublishedRegulation } from '../../regulation-drafts/model/published-regulation.model';
import { missingSignatories, type Signature } from '../../regulation-drafts/model/regulation-draft.model';
import type { AdoptionRefusalCode } from '../model/adoption.errors';
import type { Adoption } from '../model/adoption.model';
import type { AdoptionTerms } from '../model/adoption-terms.model';
import type { AdoptRegulation } from './adopt-regulation.command';

/** The terms of an adoption, once every value that the regulation leaves open is filled in. */
export function checkedTerms(
  { regulationId, regulationVersion, effectiveFrom, settings }: AdoptRegulation,
  published: PublishedRegulation | undefined,
): Outcome<AdoptionTerms, AdoptionRefusalCode> {
  if (published === undefined) {
    const facts = { regulation: `${regulationId} ${regulationVersion}` };
    return refuse({ code: 'CASE_REGULATION_UNKNOWN', path: ['input', 'regulation'], facts });
  }
  const checked = checkAdoption(published.regulation, settings);
  if (!checked.ok) return { ok: false, refusals: checked.refusals.map(withinInput) };
  const untimely = outOfEffect(published, effectiveFrom) ?? beforeItsDate(published, effectiveFrom, checked.value);
  if (untimely !== undefined) return refuse(untimely);
  return accept({ regulationId, regulationVersion, effectiveFrom, settings: checked.value });
}

/**
 * Adopts a regulation after those before it. An adoption that took effect before an existing one would change under
 * which regulation complaints were received that are already bound to another. One that ships needs the signatures of
 * its change control; an own one was signed before it was published.
 */
export function decideAdoption(
  terms: AdoptionTerms,
  { regulation, own }: PublishedRegulation,
  existing: readonly Adoption[],
  signatures: readonly Signature[],
  context: { readonly id: string; readonly now: Date; readonly by: string },
): Outcome<Adoption, AdoptionRefusalCode> {
  const latest = existing.at(-1);
  if (latest !== undefined && terms.effectiveFrom.getTime() <= latest.effectiveFrom.getTime()) {
    return refuse(notLater(latest));
  }
  const missing = own ? [] : missingSignatories(regulation, signatures);
  if (missing.length > 0) {
    const facts = { signatories: missing.join(', ') };
    return refuse({ code: 'CASE_SIGNATURES_MISSING', facts, details: { allowed: missing } });
  }
  const { id, now: adoptedAt, by: adoptedBy } = context;
  return accept({ id, ...terms, adoptedAt, adoptedBy, ...(own ? { document: regulation } : {}) });
}

/** The refusal of an adoption that does not take effect after the last one. */
export function notLater(latest: Pick<Adoption, 'effectiveFrom'>) {
  return {
    code: 'CASE_ADOPTION_NOT_LATER',
    path: ['input', 'effectiveFrom'],
    facts: { latest: latest.effectiveFrom.toISOString() },
  } as const;
}

/** A version is adopted from its own effective date on, and not from when a later version superseded it. */
function outOfEffect(
  { effectiveFrom: inEffectFrom, supersededFrom }: PublishedRegulation,
  effectiveFrom: Date,
): Refusal<AdoptionRefusalCode> | undefined {
  const path = ['input', 'effectiveFrom'];
  if (inEffectFrom !== undefined && effectiveFrom.getTime() < inEffectFrom.getTime()) {
    return { code: 'CASE_ADOPTION_BEFORE_EFFECT', path, facts: { effectiveFrom: inEffectFrom.toISOString() } };
  }
  return supersededFrom !== undefined && effectiveFrom.getTime() >= supersededFrom.getTime()
    ? { code: 'CASE_REGULATION_SUPERSEDED', path, facts: { supersededFrom: supersededFrom.toISOString() } }
    : undefined;
}

/** The text may say from which day it is in force, or leave the day to be filled in. */
function beforeItsDate(
  { regulation: { effective } }: PublishedRegulation,
  effectiveFrom: Date,
  { timeZone, openValues }: AdoptionSettings,
): Refusal<AdoptionRefusalCode> | undefined {
  const filledIn = effective?.openValue === undefined ? undefined : openValues[effective.openValue];
  const from = effective?.from ?? (typeof filledIn === 'string' ? filledIn : undefined);
  if (from === undefined || localDay(effectiveFrom, timeZone) >= from) return undefined;
  return { code: 'CASE_ADOPTION_BEFORE_EFFECT', path: ['input', 'effectiveFrom'], facts: { effectiveFrom: from } };
}

function localDay(moment: Date, timeZone: string): string {
  // In Swedish a date is written as in ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

// The settings are members of the input itself.
function withinInput<Code extends string>(refusal: Refusal<Code>): Refusal<Code> {
  return { ...refusal, path: ['input', ...(refusal.path ?? []).filter((member) => member !== 'settings')] };
}
