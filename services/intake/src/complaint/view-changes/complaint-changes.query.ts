import type { TenantReader } from '@redress/persistence';
import type { ComplaintChange } from './complaint-change.gql';

interface ChangeRecord {
  readonly complaintId: string;
  readonly at: Date;
  readonly by: string;
  readonly automatic: number;
  readonly fact: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly because: string | null;
  readonly version: number;
}

const BY_COMPLAINTS = `
  SELECT h.complaint_id AS complaintId, h.changed_at AS at, h.changed_by AS \`by\`, h.automatic, h.fact,
    h.old_value AS old, h.new_value AS \`new\`, h.because, h.version
  FROM complaint_change h WHERE h.tenant_id = :tenantId AND h.complaint_id IN (:ids) ORDER BY h.id`;

/** The changes of complaints, the earliest first, with one statement. */
export async function changesOf(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (readonly ComplaintChange[])[]> {
  const records = await reader.query<ChangeRecord>(BY_COMPLAINTS, { ids });
  const changes = new Map<string, ComplaintChange[]>(ids.map((id) => [id, []]));
  for (const { complaintId, automatic, old, new: next, ...record } of records) {
    changes.get(complaintId)?.push({ ...record, automatic: automatic === 1, old: inWords(old), new: inWords(next) });
  }
  return ids.map((id) => changes.get(id) ?? []);
}

function inWords(stored: string | null): string | null {
  const value = stored === null ? null : (JSON.parse(stored) as boolean | number | string | null);
  return value === null ? null : String(value);
}
