import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';

/** An erasure as its columns are read. */
export interface ErasureRow {
  readonly id: string;
  readonly customerId: string;
  readonly reason: string;
  readonly complaints: number;
  readonly sameContacts: number;
  readonly erasedAt: Date;
  readonly erasedBy: string;
  readonly finishedAt: Date | null;
}

const COLUMNS = `e.id, e.customer_id AS customerId, e.reason, e.complaints, e.same_contacts AS sameContacts,
  e.erased_at AS erasedAt, e.erased_by AS erasedBy, e.finished_at AS finishedAt`;
const BY_ID = `SELECT ${COLUMNS} FROM customer_erasure e WHERE e.tenant_id = :tenantId AND e.id = :id`;

/** One erasure. */
export async function erasureById(reader: TenantReader, id: string): Promise<ErasureRow | undefined> {
  return (await reader.query<ErasureRow>(BY_ID, { id }))[0];
}

/** Erasures, the last first. */
export const erasureList: KeysetList = {
  name: 'customerErasures',
  order: { name: 'ERASED_AT_DESC', column: 'e.erased_at', direction: 'descending' },
  idColumn: 'e.id',
  select: COLUMNS,
  from: 'customer_erasure e',
  where: 'e.tenant_id = :tenantId',
};
