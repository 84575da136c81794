/** How somebody's identity is made sure of. */
export const IDENTITY_CHECK_MEANS = [
  'ID_DOCUMENT',
  'POLICY_OR_ORDER_DATA',
  'CALL_BACK_TO_KNOWN_NUMBER',
  'SECURITY_QUESTIONS',
  'IN_PERSON',
] as const;
export type IdentityCheckMeans = (typeof IDENTITY_CHECK_MEANS)[number];

/** What came of it. */
export const IDENTITY_CHECK_RESULTS = ['CONFIRMED', 'FAILED'] as const;
export type IdentityCheckResult = (typeof IDENTITY_CHECK_RESULTS)[number];

/** That a member of staff made sure who somebody is (IN-09). */
export interface IdentityCheck {
  readonly id: string;
  readonly customerId: string;
  readonly complaintId?: string;
  readonly means: IdentityCheckMeans;
  readonly result: IdentityCheckResult;
  readonly note?: string;
  readonly checkedAt: Date;
  readonly checkedBy: string;
}

export const NOTE_LENGTH_AT_MOST = 2_000;

/** Where the note of a check lies, as the key of its customer names it. */
export function identityNotePlace(id: string): string {
  return `identity-check/${id}`;
}
