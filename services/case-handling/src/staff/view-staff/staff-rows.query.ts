import type { TenantReader } from '@redress/persistence';

/** A row of `staff_member`, by column. */
export interface StoredStaffMember {
  readonly id: string;
  readonly version: number;
  readonly subject: string;
  readonly name: string;
  readonly roles: string;
  readonly unit_id: string | null;
  readonly parties: string;
  readonly territories: string;
  readonly contact_phone: string | null;
  readonly contact_email: string | null;
  readonly absent_until: Date | null;
  readonly delegate: string | null;
  readonly capacity: number | null;
  readonly active: boolean | number;
}

export const STAFF_COLUMNS = `
  s.id, s.version, s.subject, s.name, s.roles, s.unit_id, s.parties, s.territories, s.contact_phone, s.contact_email,
  s.absent_until, s.delegate, s.capacity, s.active`;

/** Members of staff by one of their keys, in one statement. */
export function readStaff(
  reader: TenantReader,
  key: 'id' | 'subject',
  values: readonly string[],
): Promise<StoredStaffMember[]> {
  return reader.query<StoredStaffMember>(
    `SELECT ${STAFF_COLUMNS} FROM staff_member s WHERE s.tenant_id = :tenantId AND s.${key} IN (:values)`,
    { values },
  );
}
