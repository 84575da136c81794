/** Why something about the units of an organisation is refused; stable and public. */
export const UNIT_REFUSAL_CODES = [
  'CASE_UNIT_EXISTS',
  'CASE_UNIT_UNKNOWN',
  'CASE_UNIT_BELOW_ITSELF',
  'CASE_TEXT_MISSING',
  'CASE_TEXT_TOO_LONG',
  'INPUT_INVALID',
  'NOT_FOUND',
  'VERSION_CONFLICT',
] as const;

export type UnitRefusalCode = (typeof UNIT_REFUSAL_CODES)[number];
