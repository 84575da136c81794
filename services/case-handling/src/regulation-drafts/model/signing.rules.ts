import type { Refusal, Role } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import type { Signature } from './regulation-draft.model';

/** Why somebody may not sign. */
export type SigningRefusalCode = 'CASE_SIGNATORY_UNKNOWN' | 'CASE_SIGNATORY_NOT_YOU' | 'CASE_SIGNED_ALREADY';

/** Who wants to sign. */
export interface Signer {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Parties to which the person is appointed. */
  readonly parties: readonly string[];
}

/**
 * A signatory signs once, has the role that the text needs, is appointed to the party of that name where the regulation
 * declares one, and is a person who has not signed for somebody else: four signatures are four people.
 */
export function mayNotSign(
  regulation: Regulation,
  signatures: readonly Signature[],
  signatory: string,
  signer: Signer,
): Refusal<SigningRefusalCode> | undefined {
  const path = ['input', 'signatory'];
  const demanded = regulation.changeControl?.signatures ?? [];
  const allowed = demanded.map((each) => each.signatory);
  const asked = demanded.find((each) => each.signatory === signatory);
  if (asked === undefined) return { code: 'CASE_SIGNATORY_UNKNOWN', path, facts: { signatory }, details: { allowed } };
  const isParty = regulation.parties.some(({ party }) => party === signatory);
  if (!signer.roles.includes(asked.role) || (isParty && !signer.parties.includes(signatory))) {
    return { code: 'CASE_SIGNATORY_NOT_YOU', path, facts: { signatory } };
  }
  const again = signatures.some((each) => each.signatory === signatory || each.signedBy === signer.subject);
  return again ? { code: 'CASE_SIGNED_ALREADY', path } : undefined;
}
