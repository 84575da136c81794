import type { TenantTransaction } from '@redress/persistence';
import { IDENTITY_PLACE, type Identity } from '../../customer/model/customer.model';
import { blindIndex } from '../../personal-data/blind-index';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import type { CustomerRecords, LockedFile } from '../model/customer-records.repository';
import { PERSONAL_FIELDS, type CustomerValues } from '../model/customer-values.model';

interface FileRow {
  readonly id: string;
  readonly version: number;
  readonly segment: string | null;
  readonly preferredLanguage: string | null;
  readonly preferredChannel: string | null;
  readonly wrappedKey: Buffer;
  readonly sealedIdentity: Buffer;
}

const LOCK = `
  SELECT u.id, u.version, u.segment, u.preferred_language AS preferredLanguage, u.preferred_channel AS preferredChannel,
    i.wrapped_key AS wrappedKey, i.sealed_identity AS sealedIdentity
  FROM customer u JOIN customer_identity i ON i.tenant_id = u.tenant_id AND i.customer_id = u.id
  WHERE u.tenant_id = :tenantId AND i.tenant_id = :tenantId AND u.id = :customerId
    AND i.wrapped_key IS NOT NULL AND i.sealed_identity IS NOT NULL FOR UPDATE`;
const UPDATE = `
  UPDATE customer u SET u.segment = :segment, u.preferred_language = :preferredLanguage,
    u.preferred_channel = :preferredChannel, u.version = u.version + 1
  WHERE u.tenant_id = :tenantId AND u.id = :id`;
const SEAL = `
  UPDATE customer_identity i SET i.sealed_identity = :sealed, i.name_index = :name, i.email_index = :email,
    i.phone_index = :phone
  WHERE i.tenant_id = :tenantId AND i.customer_id = :id`;
const SAME_PRODUCT = `
  SELECT p.id FROM customer_product p
  WHERE p.tenant_id = :tenantId AND p.serial_number = :serialNumber AND p.customer_id = :customerId
    AND p.product = :product LIMIT 1`;

/** Files of customers in MySQL. Whoever writes holds the lock of the file. */
export function mysqlCustomerRecords(masters: MasterKeys): CustomerRecords {
  const indexOf = (tx: TenantTransaction, field: 'name' | 'email' | 'phone', { [field]: value }: CustomerValues) =>
    value === undefined ? null : blindIndex(masters.blindIndexKey, tx.tenantId, field, value);

  return {
    async lock(tx, customerId) {
      const [row] = await tx.query<FileRow>(LOCK, { customerId });
      return row === undefined ? undefined : fileOf(row, tx.tenantId, masters);
    },

    change(tx, { id, version, key, identity }, { after, changed }, mark) {
      const { segment = null, preferredLanguage = null, preferredChannel = null } = after;
      tx.executeAtCommit(UPDATE, { id, segment, preferredLanguage, preferredChannel });
      const { externalRef } = identity;
      const personal = Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, after[field]]));
      tx.executeAtCommit(SEAL, {
        id,
        sealed: key.sealText(IDENTITY_PLACE, JSON.stringify({ ...personal, externalRef })),
        name: indexOf(tx, 'name', after),
        email: indexOf(tx, 'email', after),
        phone: indexOf(tx, 'phone', after),
      });
      const { at, by } = mark;
      tx.insertAtCommit('customer_change', [
        {
          customer_id: id,
          ...{ id: mark.id, version: version + 1, fields: changed.join(','), changed_at: at, changed_by: by },
        },
      ]);
    },

    async hasProduct(tx, { customerId, product, serialNumber }) {
      if (serialNumber === undefined) return false;
      return (await tx.query(SAME_PRODUCT, { customerId, product, serialNumber })).length > 0;
    },

    enterProduct(tx, { customerId, id, product, serialNumber, batch, soldAt, orderNumber, recordedAt, recordedBy }) {
      tx.insertAtCommit('customer_product', [
        {
          customer_id: customerId,
          ...{ id, product },
          serial_number: serialNumber ?? null,
          batch: batch ?? null,
          sold_at: soldAt ?? null,
          order_number: orderNumber ?? null,
          recorded_at: recordedAt,
          recorded_by: recordedBy,
        },
      ]);
    },
  };
}

function fileOf({ wrappedKey, sealedIdentity, ...row }: FileRow, tenantId: string, masters: MasterKeys): LockedFile {
  const key = openSubjectKey(masters, { tenantId, customerId: row.id }, wrappedKey);
  const identity = JSON.parse(key.openText(IDENTITY_PLACE, sealedIdentity)) as Identity;
  const { id, version, segment, preferredLanguage, preferredChannel } = row;
  const stored = { ...identity, segment, preferredLanguage, preferredChannel, externalRef: null };
  const values = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null)) as CustomerValues;
  return { id, version, key, identity, values };
}
