import { json } from '@redress/persistence';
import type { FirstContactBook } from '../model/first-contact.repository';

const OF_COMPLAINTS = `
  SELECT f.complaint_id AS complaintId, f.number, f.subject, f.since, f.handed_by AS handedBy, f.documents, f.note
  FROM first_contact f WHERE f.tenant_id = :tenantId AND f.complaint_id IN (:complaintIds)
  ORDER BY f.complaint_id, f.number`;
const LOCK = `
  SELECT c.regulation_id AS id, c.regulation_version AS version
  FROM complaint c WHERE c.tenant_id = :tenantId AND c.id = :complaintId FOR UPDATE`;

interface Row {
  readonly complaintId: string;
  readonly number: number;
  readonly subject: string;
  readonly since: Date;
  readonly handedBy: string | null;
  readonly documents: string;
  readonly note: string | null;
}

/** First contacts in MySQL. Whoever hands over holds the lock of the complaint. */
export const mysqlFirstContactBook: FirstContactBook = {
  async ofComplaints(reader, complaintIds) {
    const rows = await reader.query<Row>(OF_COMPLAINTS, { complaintIds });
    return rows.map(({ handedBy, documents, note, ...row }) => ({
      ...row,
      documents: JSON.parse(documents) as string[],
      ...(handedBy === null ? {} : { handedBy }),
      ...(note === null ? {} : { note }),
    }));
  },

  async lockComplaint(tx, complaintId) {
    const [row] = await tx.query<{ id: string | null; version: number | null }>(LOCK, { complaintId });
    if (row === undefined) return undefined;
    const { id, version } = row;
    return id === null || version === null ? {} : { regulation: { id, version } };
  },

  enterAtCommit(tx, { complaintId, number, subject, since, handedBy, documents, note }) {
    tx.insertAtCommit('first_contact', [
      {
        complaint_id: complaintId,
        ...{ number, subject, since },
        handed_by: handedBy ?? null,
        documents: json(documents),
        note: note ?? null,
      },
    ]);
  },
};
