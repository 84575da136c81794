import type { Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { readUnits } from '../../organisation/view-units/unit-rows.query';
import type { StaffRefusalCode } from './staff.errors';

/** A member of staff belongs to a unit of the organisation, or to none. */
export async function unknownUnit(
  tx: TenantTransaction,
  unitId: string | undefined,
): Promise<Refusal<StaffRefusalCode> | undefined> {
  if (unitId === undefined) return undefined;
  const found = await readUnits(tx, 'code', [unitId]);
  return found.length > 0 ? undefined : { code: 'CASE_UNIT_UNKNOWN', path: ['input', 'unitId'] };
}
