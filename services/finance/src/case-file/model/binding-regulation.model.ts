import type { AdoptionSettings, Regulation } from '@redress/regulations';

/** A regulation with the organisation's own values filled in. */
export interface BindingRegulation {
  readonly regulation: Regulation;
  readonly settings: AdoptionSettings;
}
