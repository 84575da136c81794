import type { TenantReader } from '@redress/persistence';
import { blindIndex, type IdentityField } from '../../personal-data/blind-index';
import type { MasterKeys } from '../../personal-data/master-keys';
import { newSubjectKey, openSubjectKey, type SubjectKey } from '../../personal-data/subject-key';
import type { CustomerFile, KnownCustomer } from '../model/customer-file.repository';
import { IDENTITY_PLACE, type CustomerKind, type Identity, type NewCustomer } from '../model/customer.model';

interface KeyRow {
  readonly customerId: string;
  readonly kind: CustomerKind;
  readonly wrappedKey: Buffer;
  readonly externalRefIndex: Buffer | null;
}

const FIELDS = ['name', 'email', 'phone', 'externalRef'] as const satisfies readonly IdentityField[];
const COLUMNS =
  'i.customer_id AS customerId, u.kind, i.wrapped_key AS wrappedKey, i.external_ref_index AS externalRefIndex';
const TABLES = 'customer_identity i JOIN customer u ON u.tenant_id = i.tenant_id AND u.id = i.customer_id';
const BY_ID = `SELECT ${COLUMNS} FROM ${TABLES} WHERE i.tenant_id = :tenantId AND i.customer_id = :id AND i.wrapped_key IS NOT NULL`;
const BY_EXTERNAL_REFS = `SELECT ${COLUMNS} FROM ${TABLES} WHERE i.tenant_id = :tenantId AND i.external_ref_index IN (:indexes) AND i.wrapped_key IS NOT NULL`;

/** The customer file in MySQL: who somebody is lies sealed in a table apart, and is found by keyed digests. */
export function mysqlCustomerFile(masters: MasterKeys): CustomerFile {
  const known = ({ tenantId }: TenantReader, row: KeyRow): KnownCustomer => ({
    id: row.customerId,
    kind: row.kind,
    key: openSubjectKey(masters, { tenantId, customerId: row.customerId }, row.wrappedKey),
  });
  const indexOf = (tenantId: string, field: IdentityField, value: string | undefined): Buffer | null =>
    value === undefined ? null : blindIndex(masters.blindIndexKey, tenantId, field, value);

  return {
    async findById(reader, id) {
      const [row] = await reader.query<KeyRow>(BY_ID, { id });
      return row === undefined ? undefined : known(reader, row);
    },

    async findByExternalRefs(reader, references) {
      if (references.length === 0) return new Map();
      const indexes = references.map((reference) =>
        blindIndex(masters.blindIndexKey, reader.tenantId, 'externalRef', reference),
      );
      const rows = await reader.query<KeyRow>(BY_EXTERNAL_REFS, { indexes });
      const byIndex = new Map(rows.map((row) => [row.externalRefIndex?.toString('hex'), row]));
      return new Map(
        references.flatMap((reference, position) => {
          const row = byIndex.get(indexes[position]?.toString('hex'));
          return row === undefined ? [] : [[reference, known(reader, row)] as const];
        }),
      );
    },

    enter(tx, customers, at) {
      if (customers.length === 0) return [];
      const keyed = customers.map((customer) => {
        const subject = { tenantId: tx.tenantId, customerId: customer.id };
        return { customer, ...newSubjectKey(masters, subject) };
      });
      tx.insertAtCommit(
        'customer',
        keyed.map(({ customer }) => customerRow(customer, at)),
      );
      tx.insertAtCommit(
        'customer_identity',
        keyed.map(({ customer, key, wrapped }) => ({
          customer_id: customer.id,
          wrapped_key: wrapped,
          sealed_identity: sealedIdentity(key, customer.identity),
          ...Object.fromEntries(
            FIELDS.map((field) => [INDEX_COLUMNS[field], indexOf(tx.tenantId, field, customer.identity[field])]),
          ),
        })),
      );
      return keyed.map(({ customer, key }) => ({ id: customer.id, kind: customer.kind, key }));
    },
  };
}

const INDEX_COLUMNS: Record<IdentityField, string> = {
  name: 'name_index',
  email: 'email_index',
  phone: 'phone_index',
  externalRef: 'external_ref_index',
};

function customerRow({ id, kind, preferredLanguage }: NewCustomer, at: Date): Record<string, unknown> {
  return { id, kind, preferred_language: preferredLanguage ?? null, registered_at: at, version: 1 };
}

function sealedIdentity(key: SubjectKey, identity: Identity): Buffer {
  return key.sealText(IDENTITY_PLACE, JSON.stringify(identity));
}
