export const LEGAL_STEP_KINDS = ['REFERRAL', 'ADVICE', 'LETTER', 'LAWSUIT', 'POLICE_REPORT', 'OTHER'] as const;
export type LegalStepKind = (typeof LEGAL_STEP_KINDS)[number];

/** How a case came before a body outside the organisation. */
export const PROCEEDING_KINDS = ['REFERRED_BY_COMPLAINANT', 'REFERRED_TO_US', 'REPORTED_BY_US', 'MEDIA'] as const;
export type ProceedingKind = (typeof PROCEEDING_KINDS)[number];

/** `CHANGED`: the decision of the organisation does not stand. */
export const PROCEEDING_OUTCOMES = ['UPHELD', 'CHANGED', 'SETTLED', 'WITHDRAWN', 'DISMISSED'] as const;
export type ProceedingOutcome = (typeof PROCEEDING_OUTCOMES)[number];

/** A proceeding as decisions see it. */
export interface KnownProceeding {
  readonly id: string;
  readonly outcome: ProceedingOutcome | null;
}

/** Ids of the proceedings of a case that have not ended. */
export function openProceedings(kept: Readonly<Record<string, unknown>>): readonly string[] {
  const open = kept['openProceedings'];
  return Array.isArray(open) ? (open as string[]) : [];
}
