import type { TenantReader } from '@redress/persistence';

/** A stored file as its columns are read. */
export interface StoredAttachmentRecord {
  readonly id: string;
  readonly complaintId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly storedAt: Date;
}

const BY_COMPLAINTS = `
  SELECT a.id, a.complaint_id AS complaintId, a.file_name AS fileName, a.media_type AS mediaType,
    a.size_bytes AS sizeBytes, a.sha256, a.stored_at AS storedAt
  FROM attachment a
  WHERE a.tenant_id = :tenantId AND a.complaint_id IN (:complaintIds) AND a.state = 'STORED'
    AND (:addedBy IS NULL OR a.requested_by = :addedBy)
  ORDER BY a.complaint_id, a.id`;

/** The files of complaints that the viewer may see, with one statement; of one person only when `addedBy` names one. */
export async function attachmentsOfComplaints(
  reader: TenantReader,
  complaintIds: readonly string[],
  addedBy: string | undefined,
): Promise<readonly (readonly StoredAttachmentRecord[])[]> {
  const records = await reader.query<StoredAttachmentRecord>(BY_COMPLAINTS, { complaintIds, addedBy: addedBy ?? null });
  const byComplaint = new Map<string, StoredAttachmentRecord[]>(complaintIds.map((id) => [id, []]));
  for (const record of records) byComplaint.get(record.complaintId)?.push(record);
  return complaintIds.map((id) => byComplaint.get(id) ?? []);
}
