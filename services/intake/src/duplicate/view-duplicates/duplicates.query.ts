import type { TenantReader } from '@redress/persistence';
import { compare, type Duplicate } from '../model/duplicate.rules';
import { candidatesFor, comparedComplaints } from './compared-complaints.query';

/** What may be the same as each of the complaints, the surest first, with two statements altogether. */
export async function duplicatesOf(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (readonly Duplicate[])[]> {
  const complaints = await comparedComplaints(reader, ids);
  const candidates = await candidatesFor(reader, complaints);
  const found = new Map(
    complaints.map((complaint) => [
      complaint.id,
      candidates
        .flatMap((other) => compare(complaint, other) ?? [])
        .sort((one, next) => next.score - one.score || next.id.localeCompare(one.id)),
    ]),
  );
  return ids.map((id) => found.get(id) ?? []);
}
