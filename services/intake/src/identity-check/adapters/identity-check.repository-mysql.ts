import { identityNotePlace } from '../model/identity-check.model';
import type { IdentityChecks } from '../model/identity-check.repository';

const CUSTOMER_OF = `
  SELECT c.customer_id AS customerId FROM complaint c WHERE c.tenant_id = :tenantId AND c.id = :complaintId`;

/** Checks of identity in MySQL. */
export const mysqlIdentityChecks: IdentityChecks = {
  async customerOf(reader, complaintId) {
    const [row] = await reader.query<{ readonly customerId: string }>(CUSTOMER_OF, { complaintId });
    return row?.customerId;
  },

  enterAtCommit(tx, { id, customerId, complaintId, means, result, note, checkedAt, checkedBy }, key) {
    tx.insertAtCommit('identity_check', [
      {
        customer_id: customerId,
        id,
        complaint_id: complaintId ?? null,
        means,
        result,
        sealed_note: note === undefined ? null : key.sealText(identityNotePlace(id), note),
        checked_at: checkedAt,
        checked_by: checkedBy,
      },
    ]);
  },
};
