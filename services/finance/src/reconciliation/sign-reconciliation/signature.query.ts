import type { TenantReader } from '@redress/persistence';

/** A signature as it was given. */
export interface SignatureRecord {
  readonly sha256: string;
  readonly signedBy: string;
  readonly signedAt: Date;
}

/** The signatures of a span of an account, latest first. */
export async function signaturesOf(
  reader: TenantReader,
  { accountId, from, to }: { readonly accountId: string; readonly from: string; readonly to: string },
): Promise<SignatureRecord[]> {
  const rows = await reader.query<Omit<SignatureRecord, 'sha256'> & { sha256: Buffer }>(
    `SELECT s.sha256, s.signed_by AS signedBy, s.signed_at AS signedAt FROM signed_reconciliation s
     WHERE s.tenant_id = :tenantId AND s.account_id = :accountId AND s.from_on = :from AND s.to_on = :to
     ORDER BY s.signed_at DESC, s.id DESC LIMIT 100`,
    { accountId, from, to },
  );
  return rows.map(({ sha256, ...rest }) => ({ ...rest, sha256: sha256.toString('hex') }));
}
