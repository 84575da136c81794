import type { Channel } from '@redress/contracts';
import { compileWhere, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { blindIndex, type IdentityField } from '../../personal-data/blind-index';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import { IDENTITY_PLACE, type CustomerKind, type Identity } from '../model/customer.model';

/** A customer as their columns are read. */
export interface CustomerRecord {
  readonly id: string;
  readonly kind: CustomerKind;
  readonly preferredLanguage: string | null;
  readonly preferredChannel: Channel | null;
  readonly segment: string | null;
  readonly version: number;
  readonly registeredAt: Date;
  readonly wrappedKey: Buffer | null;
  readonly sealedIdentity: Buffer | null;
}

const COLUMNS = `u.id, u.kind, u.preferred_language AS preferredLanguage, u.registered_at AS registeredAt,
  u.preferred_channel AS preferredChannel, u.segment, u.version,
  i.wrapped_key AS wrappedKey, i.sealed_identity AS sealedIdentity`;
const TABLES = 'customer u JOIN customer_identity i ON i.tenant_id = u.tenant_id AND i.customer_id = u.id';
const SCOPE = 'u.tenant_id = :tenantId AND i.tenant_id = :tenantId';
const BY_IDS = `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${SCOPE} AND u.id IN (:ids)`;

/** Customers by id, with one statement, in the order of the ids. */
export async function customersByIds(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (CustomerRecord | null)[]> {
  const records = await reader.query<CustomerRecord>(BY_IDS, { ids });
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The customers with given exact data, the last entered first. */
export function customerList(masters: MasterKeys, tenantId: string, where: object | undefined): KeysetList {
  const filter = compileWhere(where, {
    name: sealedColumn(masters, tenantId, 'name', 'i.name_index'),
    email: sealedColumn(masters, tenantId, 'email', 'i.email_index'),
    phone: sealedColumn(masters, tenantId, 'phone', 'i.phone_index'),
    externalRef: sealedColumn(masters, tenantId, 'externalRef', 'i.external_ref_index'),
  });
  return {
    name: 'customers',
    order: { name: 'REGISTERED_AT_DESC', column: 'u.registered_at', direction: 'descending' },
    idColumn: 'u.id',
    select: COLUMNS,
    from: TABLES,
    where: `${SCOPE} AND (${filter.sql})`,
    params: filter.params,
  };
}

/** Who the customer is; nothing once their key was destroyed. */
export function identityOf(
  { id, wrappedKey, sealedIdentity }: CustomerRecord,
  tenantId: string,
  masters: MasterKeys,
): Identity {
  if (wrappedKey === null || sealedIdentity === null) return {};
  const key = openSubjectKey(masters, { tenantId, customerId: id }, wrappedKey);
  return JSON.parse(key.openText(IDENTITY_PLACE, sealedIdentity)) as Identity;
}

/** Sealed values can be compared for equality only, by their keyed digests. */
function sealedColumn(masters: MasterKeys, tenantId: string, field: IdentityField, sql: string): FilterCompiler {
  return ({ eq }, bind) =>
    eq === null || eq === undefined
      ? 'TRUE'
      : `${sql} = ${bind(blindIndex(masters.blindIndexKey, tenantId, field, eq as string))}`;
}
