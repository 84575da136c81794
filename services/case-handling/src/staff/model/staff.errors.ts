/** Why something about the staff is refused; stable and public. */
export const STAFF_REFUSAL_CODES = [
  'CASE_STAFF_MEMBER_EXISTS',
  'CASE_STAFF_ROLE_MISSING',
  'CASE_STAFF_ROLE_NOT_POSSIBLE',
  'CASE_STAFF_DELEGATE_UNFIT',
  'CASE_STAFF_DELEGATE_MISSING',
  'CASE_UNIT_UNKNOWN',
  'CASE_TEXT_MISSING',
  'CASE_TEXT_TOO_LONG',
  'INPUT_INVALID',
  'NOT_FOUND',
  'VERSION_CONFLICT',
] as const;

export type StaffRefusalCode = (typeof STAFF_REFUSAL_CODES)[number];
