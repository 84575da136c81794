import type { RemedyKind } from '@redress/contracts';
import type { TenantReader } from '@redress/persistence';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import { accountPlace } from '../model/on-the-spot.model';

/** A settlement as its columns are read. */
export interface OnTheSpotRecord {
  readonly complaintId: string;
  readonly customerId: string;
  readonly remedy: RemedyKind;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly sealedAccount: Buffer;
  readonly wrappedKey: Buffer | null;
  readonly complainantSignedAt: Date | null;
  readonly staffSignedAt: Date | null;
  readonly settledAt: Date;
  readonly settledBy: string;
  readonly slipTransferId: string | null;
}

const BY_COMPLAINTS = `
  SELECT s.complaint_id AS complaintId, s.customer_id AS customerId, s.remedy, s.amount_minor AS amountMinor, s.currency,
    s.sealed_account AS sealedAccount, i.wrapped_key AS wrappedKey, s.complainant_signed_at AS complainantSignedAt,
    s.staff_signed_at AS staffSignedAt, s.settled_at AS settledAt, s.settled_by AS settledBy,
    s.slip_transfer_id AS slipTransferId
  FROM on_the_spot s
  JOIN customer_identity i ON i.tenant_id = s.tenant_id AND i.customer_id = s.customer_id
  WHERE s.tenant_id = :tenantId AND i.tenant_id = :tenantId AND s.complaint_id IN (:ids)`;

/** What was settled on the spot of complaints, with one statement. */
export async function onTheSpotOf(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (OnTheSpotRecord | null)[]> {
  const records = await reader.query<OnTheSpotRecord>(BY_COMPLAINTS, { ids });
  return ids.map((id) => records.find(({ complaintId }) => complaintId === id) ?? null);
}

/** What was done, in words; nothing once the key of the complainant was destroyed. */
export function accountOf(record: OnTheSpotRecord, tenantId: string, masters: MasterKeys): string | null {
  const { complaintId, customerId, wrappedKey, sealedAccount } = record;
  if (wrappedKey === null) return null;
  return openSubjectKey(masters, { tenantId, customerId }, wrappedKey).openText(
    accountPlace(complaintId),
    sealedAccount,
  );
}
