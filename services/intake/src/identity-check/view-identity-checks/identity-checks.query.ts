import type { TenantReader } from '@redress/persistence';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import { identityNotePlace } from '../model/identity-check.model';
import type { IdentityCheck } from './identity-check.gql';

interface CheckRecord extends Omit<IdentityCheck, 'note'> {
  readonly id: string;
  readonly customerId: string;
  readonly sealedNote: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

const BY_CUSTOMERS = `
  SELECT k.id, k.customer_id AS customerId, k.means, k.result, k.sealed_note AS sealedNote, k.checked_at AS checkedAt,
    k.checked_by AS checkedBy, i.wrapped_key AS wrappedKey
  FROM identity_check k
  JOIN customer_identity i ON i.tenant_id = k.tenant_id AND i.customer_id = k.customer_id
  WHERE k.tenant_id = :tenantId AND i.tenant_id = :tenantId AND k.customer_id IN (:ids)
  ORDER BY k.customer_id, k.id`;

/** The checks of customers, the earliest first, with one statement. */
export async function identityChecksOf(
  reader: TenantReader,
  masters: MasterKeys,
  ids: readonly string[],
): Promise<readonly (readonly IdentityCheck[])[]> {
  const records = await reader.query<CheckRecord>(BY_CUSTOMERS, { ids });
  return ids.map((id) =>
    records
      .filter(({ customerId }) => customerId === id)
      .map((record) => {
        const { means, result, checkedAt, checkedBy } = record;
        return { means, result, checkedAt, checkedBy, note: noteOf(record, reader.tenantId, masters) };
      }),
  );
}

function noteOf({ id, customerId, sealedNote, wrappedKey }: CheckRecord, tenantId: string, masters: MasterKeys) {
  if (sealedNote === null || wrappedKey === null) return null;
  return openSubjectKey(masters, { tenantId, customerId }, wrappedKey).openText(identityNotePlace(id), sealedNote);
}
