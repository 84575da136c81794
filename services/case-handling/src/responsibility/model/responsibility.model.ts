import type { ComplaintCase } from '../../complaint-case/model/case.model';

export const RESPONSIBLE = ['DEPARTMENT', 'PERSON', 'SUPPLIER', 'OTHER_COMPANY', 'NOBODY'] as const;
export type Responsible = (typeof RESPONSIBLE)[number];
export type SanctionState = 'PROPOSED' | 'APPROVED' | 'REJECTED';
export type ClaimState = 'OPEN' | 'AGREED' | 'REJECTED' | 'PAID';

/** Who was found responsible, as far as decisions look at it; a third party's name stands in its table. */
export interface Determination {
  readonly id: string;
  readonly responsible: Responsible;
  readonly department?: string;
  readonly person?: string;
}

/** A sanction as far as decisions look at it. */
export interface KnownSanction {
  readonly id: string;
  readonly sanction: string;
  readonly state: SanctionState;
  readonly proposedBy: string;
  readonly person?: string;
  readonly department?: string;
}

/** A claim on a third party as far as decisions look at it. */
export interface KnownClaim {
  readonly id: string;
  readonly state: ClaimState;
}

interface Kept {
  readonly determinations: readonly Determination[];
  readonly sanctions: readonly KnownSanction[];
  readonly claims: readonly KnownClaim[];
}

const KEY = 'responsibility';
const NOTHING: Kept = { determinations: [], sanctions: [], claims: [] };

/** What a case knows of responsibility, sanctions and claims. */
export function responsibilityOf({ kept }: Pick<ComplaintCase, 'kept'>): Kept {
  return (kept[KEY] as Kept | undefined) ?? NOTHING;
}

/** The case with some of that changed. */
export function withResponsibility(current: ComplaintCase, change: Partial<Kept>): Partial<ComplaintCase> {
  return { kept: { ...current.kept, [KEY]: { ...responsibilityOf(current), ...change } } };
}
