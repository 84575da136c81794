import type { Role } from '@redress/kernel';

/** Somebody who signs, and as whom. */
export interface Signatory {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Parties of the regulation for which the person acts, those of absent colleagues among them. */
  readonly parties: readonly string[];
  /** Absent colleagues for whom the person stands in, each with the parties that the person owes to it. */
  readonly standsInFor?: readonly { readonly subject: string; readonly parties: readonly string[] }[];
}

/** A signature below the approval. It holds for the amount that was seen, and for less. */
export interface Endorsement extends Signatory {
  readonly id: string;
  /** As which of the regulation's holders the person signed. */
  readonly holder: string;
  /** The absent colleague in whose place the person signed. */
  readonly onBehalfOf?: string;
  readonly opinion?: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly at: Date;
}

/** A role or party that may sign, and the role that its members need. */
export interface Holder {
  readonly holder: string;
  readonly role: Role;
}

/** The person without what is owed to somebody who is involved: nobody lends authority to decide on their own work. */
export function withoutInvolved(person: Signatory, involved: readonly string[]): Signatory {
  const lenders = (person.standsInFor ?? []).filter(({ subject }) => !involved.includes(subject));
  const gone = (person.standsInFor ?? []).filter((each) => !lenders.includes(each)).flatMap(({ parties }) => parties);
  const lent = lenders.flatMap(({ parties }) => parties);
  return {
    ...person,
    standsInFor: lenders,
    parties: person.parties.filter((party) => !gone.includes(party) || lent.includes(party)),
  };
}
