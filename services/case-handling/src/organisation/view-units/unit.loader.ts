import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { readUnits, type StoredUnit } from './unit-rows.query';

/** A unit, read once for all who ask within a request. */
export function loadUnit(
  database: Database,
  context: GraphContext,
  key: 'id' | 'code',
  value: string,
): Promise<StoredUnit | null> {
  const loader = context.loader<string, StoredUnit>(`unit-by-${key}`, async (values) => {
    const found = await readUnits(database.reader(context.viewer.tenantId), key, values);
    const byKey = new Map(found.map((unit) => [unit[key], unit]));
    return values.map((each) => byKey.get(each) ?? null);
  });
  return loader.load(value);
}

/** The units right below one. */
export async function loadUnitsBelow(
  database: Database,
  context: GraphContext,
  unitId: string,
): Promise<readonly StoredUnit[]> {
  const loader = context.loader<string, readonly StoredUnit[]>('units-below', async (parents) => {
    const below = new Map<string, StoredUnit[]>(parents.map((parent) => [parent, []]));
    for (const unit of await readUnits(database.reader(context.viewer.tenantId), 'parent_id', parents)) {
      below.get(unit.parent_id ?? '')?.push(unit);
    }
    return parents.map((parent) => below.get(parent) ?? []);
  });
  return (await loader.load(unitId)) ?? [];
}
