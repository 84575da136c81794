import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { checkAdoption, findRegulation } from '@redress/regulations';
import type { AdoptionRefusalCode } from '../model/adoption.errors';
import type { Adoption } from '../model/adoption.model';
import type { AdoptRegulation } from './adopt-regulation.command';

/**
 * Adopts a regulation after those before it. An adoption that took effect before an existing one would change under
 * which regulation complaints were received that are already bound to another.
 */
export function decideAdoption(
  { regulationId, regulationVersion, effectiveFrom, settings }: AdoptRegulation,
  existing: readonly Adoption[],
  context: { readonly id: string; readonly now: Date; readonly by: string },
): Outcome<Adoption, AdoptionRefusalCode> {
  const regulation = findRegulation(regulationId, regulationVersion);
  if (regulation === undefined) {
    return refuse({
      code: 'CASE_REGULATION_UNKNOWN',
      path: ['input', 'regulation'],
      facts: { regulation: `${regulationId} ${regulationVersion}` },
    });
  }
  const checked = checkAdoption(regulation, settings);
  if (!checked.ok) return { ok: false, refusals: checked.refusals.map(withinInput) };
  const latest = existing.at(-1);
  if (latest !== undefined && effectiveFrom.getTime() <= latest.effectiveFrom.getTime())
    return refuse(notLater(latest));
  const { id, now: adoptedAt, by: adoptedBy } = context;
  return accept({ id, regulationId, regulationVersion, effectiveFrom, adoptedAt, adoptedBy, settings: checked.value });
}

/** The refusal of an adoption that does not take effect after the last one. */
export function notLater(latest: Pick<Adoption, 'effectiveFrom'>) {
  return {
    code: 'CASE_ADOPTION_NOT_LATER',
    path: ['input', 'effectiveFrom'],
    facts: { latest: latest.effectiveFrom.toISOString() },
  } as const;
}

function withinInput<Code extends string>(refusal: Refusal<Code>): Refusal<Code> {
  return { ...refusal, path: ['input', ...(refusal.path ?? ['settings'])] };
}
