import type { TenantReader } from '@redress/persistence';
import { duplicatesOf, mergeOf } from '../model/merge.model';

const KEPT = `SELECT c.kept FROM complaint_case c WHERE c.tenant_id = :tenantId AND c.id = :caseId`;
const LOCK =
  'SELECT c.id FROM complaint_case c WHERE c.tenant_id = :tenantId AND c.id IN (:ids) ORDER BY c.id FOR UPDATE';
const OF_COMPLAINTS = `
  SELECT c.id, c.complaint_id AS complaintId FROM complaint_case c
  WHERE c.tenant_id = :tenantId AND c.complaint_id IN (:complaintIds)`;

/** The ids of a case and of all cases that are about the same harm, in the order in which they are locked. */
export async function readLinkedCases(tx: TenantReader, caseId: string): Promise<readonly string[]> {
  const own = await readKept(tx, caseId);
  const main = mergeOf({ kept: own })?.into ?? caseId;
  const duplicates = duplicatesOf({ kept: main === caseId ? own : await readKept(tx, main) });
  return [...new Set([caseId, main, ...duplicates])].sort();
}

/** Locks a case together with all that are about the same harm, always in the order of their ids. */
export async function lockLinkedCases(tx: TenantReader, caseId: string): Promise<void> {
  const ids = await readLinkedCases(tx, caseId);
  if (ids.length > 1) await tx.query(LOCK, { ids });
}

/** The ids of the cases of complaints, by complaint. */
export async function readCasesOfComplaints(
  tx: TenantReader,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; complaintId: string }>(OF_COMPLAINTS, { complaintIds });
  return new Map(rows.map(({ id, complaintId }) => [complaintId, id]));
}

async function readKept(tx: TenantReader, caseId: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await tx.query<{ kept: string | null }>(KEPT, { caseId });
  const kept = row?.kept ?? null;
  return kept === null ? {} : (JSON.parse(kept) as Record<string, unknown>);
}
