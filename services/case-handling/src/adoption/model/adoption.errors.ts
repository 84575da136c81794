import type { AdoptionRefusal } from '@redress/regulations';

/** Why an adoption is refused; stable and public. */
export const ADOPTION_REFUSAL_CODES = [
  'CASE_REGULATION_UNKNOWN',
  'CASE_ADOPTION_NOT_LATER',
  'CASE_ADOPTION_BEFORE_EFFECT',
  'CASE_REGULATION_SUPERSEDED',
  'CASE_SIGNATURES_MISSING',
  'CASE_SIGNATORY_UNKNOWN',
  'CASE_SIGNATORY_NOT_YOU',
  'CASE_SIGNED_ALREADY',
  'REGULATION_SETTINGS_MALFORMED',
  'REGULATION_CALENDAR_UNKNOWN',
  'REGULATION_NUMBER_CAN_REPEAT',
  'REGULATION_OPEN_VALUE_MISSING',
  'REGULATION_OPEN_VALUE_MISTYPED',
] as const satisfies readonly (AdoptionRefusal | `CASE_${string}`)[];

export type AdoptionRefusalCode = (typeof ADOPTION_REFUSAL_CODES)[number];
