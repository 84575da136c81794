import type { AdoptionSettings } from '@redress/regulations';
import type { Adoption } from './adoption.model';

/** What is signed: this version, from this moment on, with these values. Another value is another matter to sign. */
export type AdoptionTerms = Pick<Adoption, 'regulationId' | 'regulationVersion' | 'effectiveFrom'> & {
  readonly settings: AdoptionSettings;
};
