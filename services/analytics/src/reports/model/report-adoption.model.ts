import type { AdoptionSettings, Regulation } from '@redress/regulations';

/** A regulation that an organisation adopted. */
export interface ReportAdoption {
  readonly id: string;
  readonly regulation: Regulation;
  readonly settings: AdoptionSettings;
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  /** Reports of periods that ended until then are written down. */
  readonly expectedUntil: Date;
}

/** The adoption in force at a moment, of those in the order in which they took effect. */
export function inForceAt(adoptions: readonly ReportAdoption[], at: Date): ReportAdoption | undefined {
  return adoptions.filter(({ effectiveFrom }) => effectiveFrom.getTime() <= at.getTime()).at(-1);
}
