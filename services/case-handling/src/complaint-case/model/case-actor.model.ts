import type { Role } from '@redress/kernel';

/** Who acts, as the rules see it. A complainant has the id of the customer for whom the token speaks. */
export interface CaseActor {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly customerId?: string;
  /** Parties of the regulation to which the person is appointed. */
  readonly parties?: readonly string[];
  /** The organisation unit of the person, where it is known. */
  readonly unitId?: string;
}
