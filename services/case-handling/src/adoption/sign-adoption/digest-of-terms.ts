import { createHash } from 'node:crypto';
import { canonicalJson } from '@redress/kernel';
import type { AdoptionTerms } from '../model/adoption-terms.model';

/** A digest that is the same for the same terms, however their members are ordered. */
export function digestOfTerms({ regulationId, regulationVersion, effectiveFrom, settings }: AdoptionTerms): string {
  const terms = { regulationId, regulationVersion, effectiveFrom: effectiveFrom.toISOString(), settings };
  return createHash('sha256').update(canonicalJson(terms)).digest('hex');
}
