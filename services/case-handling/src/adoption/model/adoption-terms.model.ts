import { createHash } from 'node:crypto';
import { canonicalJson } from '@redress/kernel';
import type { AdoptionSettings } from '@redress/regulations';
import type { Adoption } from './adoption.model';

/** What is signed: this version, from this moment on, with these values. Another value is another matter to sign. */
export type AdoptionTerms = Pick<Adoption, 'regulationId' | 'regulationVersion' | 'effectiveFrom'> & {
  readonly settings: AdoptionSettings;
};

/** A digest that is the same for the same terms, however their members are ordered. */
export function digestOfTerms({ regulationId, regulationVersion, effectiveFrom, settings }: AdoptionTerms): string {
  const terms = { regulationId, regulationVersion, effectiveFrom: effectiveFrom.toISOString(), settings };
  return createHash('sha256').update(canonicalJson(terms)).digest('hex');
}
