import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { UnitKind } from '../model/organisation-unit.model';

/** A row of `organisation_unit`, by column. */
export interface StoredUnit {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly label: string;
  readonly kind: UnitKind;
  readonly parent_id: string | null;
  readonly territories: string;
  readonly active: boolean | number;
}

export const UNIT_COLUMNS = 'u.id, u.version, u.code, u.label, u.kind, u.parent_id, u.territories, u.active';

/** By what units are looked up; `parent_id` finds the units right below. */
export type UnitKey = 'id' | 'code' | 'parent_id';

/** Units by one of their keys, in one statement. */
export function readUnits(reader: TenantReader, key: UnitKey, values: readonly string[]): Promise<StoredUnit[]> {
  return reader.query<StoredUnit>(
    `SELECT ${UNIT_COLUMNS} FROM organisation_unit u WHERE u.tenant_id = :tenantId AND u.${key} IN (:values) ORDER BY u.code`,
    { values },
  );
}

/** Every unit of the organisation. */
export function readEveryUnit(reader: TenantReader): Promise<StoredUnit[]> {
  return reader.query<StoredUnit>(
    `SELECT ${UNIT_COLUMNS} FROM organisation_unit u WHERE u.tenant_id = :tenantId ORDER BY u.code`,
  );
}

/** Every unit of the organisation, locked. */
export function readUnitsForUpdate(tx: TenantTransaction): Promise<StoredUnit[]> {
  return tx.query<StoredUnit>(
    `SELECT ${UNIT_COLUMNS} FROM organisation_unit u WHERE u.tenant_id = :tenantId ORDER BY u.id FOR UPDATE`,
  );
}
