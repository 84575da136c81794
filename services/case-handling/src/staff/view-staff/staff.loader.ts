import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { readStaff, type StoredStaffMember } from './staff-rows.query';

/** Members of staff, read once for all who ask within a request. */
export function loadStaffMember(
  database: Database,
  context: GraphContext,
  key: 'id' | 'subject',
  value: string,
): Promise<StoredStaffMember | null> {
  const loader = context.loader<string, StoredStaffMember>(`staff-by-${key}`, async (values) => {
    const found = await readStaff(database.reader(context.viewer.tenantId), key, values);
    const byKey = new Map(found.map((member) => [member[key], member]));
    return values.map((each) => byKey.get(each) ?? null);
  });
  return loader.load(value);
}
