import type { TenantReader } from '@redress/persistence';
import type { Signature } from '../../regulation-drafts/model/regulation-draft.model';

interface SignatureRow {
  readonly terms: string;
  readonly signatory: string;
  readonly signed_by: string;
  readonly signed_at: Date;
}

const SIGNATURES = `
  SELECT g.terms, g.signatory, g.signed_by, g.signed_at FROM adoption_signature g
  WHERE g.tenant_id = :tenantId AND g.terms IN (:terms) ORDER BY g.signed_at, g.signatory`;

/** The signatures under the terms of adoptions, by the digest of the terms, in one statement. */
export async function readAdoptionSignatures(
  reader: TenantReader,
  terms: readonly string[],
): Promise<ReadonlyMap<string, readonly Signature[]>> {
  const byTerms = new Map<string, Signature[]>(terms.map((each) => [each, []]));
  for (const row of await reader.query<SignatureRow>(SIGNATURES, { terms })) {
    const { signatory, signed_by: signedBy, signed_at: signedAt } = row;
    byTerms.get(row.terms)?.push({ signatory, signedBy, signedAt });
  }
  return byTerms;
}
