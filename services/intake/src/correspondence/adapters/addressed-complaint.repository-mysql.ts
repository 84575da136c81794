import type { Channel } from '@redress/contracts';
import { ComplaintHeadRow } from '../../attachment/adapters/complaint-head.row';
import { IDENTITY_PLACE, type Identity } from '../../customer/model/customer.model';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import type { AddressedComplaint, AddressedComplaints } from '../model/addressed-complaint.repository';

interface Row extends Omit<AddressedComplaint, 'preferredLanguage' | 'addressee'> {
  readonly channel: Channel;
  readonly preferredLanguage: string | null;
  readonly wrappedKey: Buffer | null;
  readonly sealedIdentity: Buffer | null;
}

const FIND = `
  SELECT c.id, c.customer_id AS customerId, c.number, c.channel, c.received_at AS receivedAt,
    u.preferred_language AS preferredLanguage, i.wrapped_key AS wrappedKey, i.sealed_identity AS sealedIdentity
  FROM complaint c
  JOIN customer u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id
  JOIN customer_identity i ON i.tenant_id = c.tenant_id AND i.customer_id = c.customer_id
  WHERE c.tenant_id = :tenantId AND u.tenant_id = :tenantId AND i.tenant_id = :tenantId AND c.id = :id`;
const OF_LETTERS = `
  SELECT l.complaint_id AS complaintId FROM letter l
  WHERE l.tenant_id = :tenantId AND l.id IN (:letterIds) ORDER BY l.id DESC LIMIT 1`;
const OF_NUMBERS = 'SELECT c.id FROM complaint c WHERE c.tenant_id = :tenantId AND c.number IN (:numbers) LIMIT 2';

/** Complaints with their complainants in MySQL. */
export function mysqlAddressedComplaints(masters: MasterKeys): AddressedComplaints {
  return {
    async find(reader, id) {
      const [row] = await reader.query<Row>(FIND, { id });
      if (row === undefined) return undefined;
      const { preferredLanguage, wrappedKey, sealedIdentity, ...complaint } = row;
      const subject = { tenantId: reader.tenantId, customerId: row.customerId };
      const key = wrappedKey === null ? undefined : openSubjectKey(masters, subject, wrappedKey);
      return {
        ...complaint,
        preferredLanguage: preferredLanguage ?? undefined,
        addressee:
          key === undefined || sealedIdentity === null
            ? undefined
            : { key, identity: JSON.parse(key.openText(IDENTITY_PLACE, sealedIdentity)) as Identity },
      };
    },

    async ofLetters(reader, letterIds) {
      if (letterIds.length === 0) return undefined;
      const [row] = await reader.query<{ complaintId: string }>(OF_LETTERS, { letterIds });
      return row?.complaintId;
    },

    async ofNumbers(reader, numbers) {
      if (numbers.length === 0) return undefined;
      const found = await reader.query<{ id: string }>(OF_NUMBERS, { numbers });
      return found.length === 1 ? found[0]?.id : undefined;
    },

    async lock(tx, id) {
      return (await tx.rows(ComplaintHeadRow).findOne({ id }, { lock: 'update' }))?.version;
    },

    async countChange(tx, id, version) {
      await tx.rows(ComplaintHeadRow).updateVersioned({ id, expectedVersion: version, patch: {} });
      return version + 1;
    },
  };
}
