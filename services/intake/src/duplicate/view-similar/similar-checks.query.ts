import type { TenantReader } from '@redress/persistence';
import type { SimilarProductCheck } from './similar.gql';

type CheckRecord = Omit<SimilarProductCheck, 'found'> & { readonly complaintId: string; readonly found: number };

const BY_COMPLAINTS = `
  SELECT p.complaint_id AS complaintId, p.found, p.customers, p.note, p.checked_at AS checkedAt, p.checked_by AS checkedBy
  FROM similar_product_check p WHERE p.tenant_id = :tenantId AND p.complaint_id IN (:ids) ORDER BY p.id`;

/** The checks of complaints, the earliest first, with one statement. */
export async function similarChecksOf(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (readonly SimilarProductCheck[])[]> {
  const records = await reader.query<CheckRecord>(BY_COMPLAINTS, { ids });
  return ids.map((id) =>
    records
      .filter(({ complaintId }) => complaintId === id)
      .map(({ complaintId: _, found, ...check }) => ({ ...check, found: found === 1 })),
  );
}
