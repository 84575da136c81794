import { appendEvents } from '@redress/messaging';
import type { AttachmentFile } from '../model/attachment-file.repository';
import type { Attachment } from '../model/attachment.model';
import { attachmentAddedEvent } from '../published/attachment-added.publication';
import { AttachmentRow } from './attachment.row';
import { ComplaintHeadRow } from './complaint-head.row';

const FIND = `
  SELECT a.id, a.complaint_id AS complaintId, a.file_name AS fileName, a.media_type AS mediaType,
    a.size_bytes AS sizeBytes, a.state, a.sha256, a.requested_by AS requestedBy, a.requested_at AS requestedAt,
    a.expires_at AS expiresAt
  FROM attachment a WHERE a.tenant_id = :tenantId AND a.id = :id`;
const FORGET = `
  DELETE FROM attachment WHERE tenant_id = :tenantId AND complaint_id = :complaintId AND state = 'REQUESTED' AND expires_at < :now`;
const COUNT =
  'SELECT COUNT(*) AS value FROM attachment a WHERE a.tenant_id = :tenantId AND a.complaint_id = :complaintId';

/** Attachments in MySQL. */
export const mysqlAttachmentFile: AttachmentFile = {
  lockComplaint: (tx, id) => tx.rows(ComplaintHeadRow).findOne({ id }, { lock: 'update' }),

  async countAfterExpiry(tx, complaintId, now) {
    await tx.execute(FORGET, { complaintId, now });
    const [counted] = await tx.query<{ value: string }>(COUNT, { complaintId });
    return Number(counted?.value);
  },

  enter: (tx, attachment) => tx.rows(AttachmentRow).insert({ ...attachment, storedAt: null }),

  async find(reader, id) {
    const [found] = await reader.query<Attachment>(FIND, { id });
    return found;
  },

  async store(tx, complaint, { attachment, sha256, at }) {
    const stored = await tx
      .rows(AttachmentRow)
      .updateWhere({ id: attachment.id, state: 'REQUESTED' }, { state: 'STORED', sha256, storedAt: at });
    if (stored === 0) return false;
    await tx
      .rows(ComplaintHeadRow)
      .updateVersioned({ id: complaint.id, expectedVersion: complaint.version, patch: {} });
    await appendEvents(tx, { id: complaint.id, version: complaint.version + 1 }, [
      attachmentAddedEvent(attachment, sha256, at),
    ]);
    return true;
  },
};
