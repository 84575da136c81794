import type { Forwarding } from '../model/forwarding.model';
import type { ForwardingBook } from '../model/forwarding.repository';

type Row = { readonly [Member in keyof Required<Forwarding>]: Forwarding[Member] | null };

const OF_COMPLAINTS = `
  SELECT f.id, f.complaint_id AS complaintId, f.unit_id AS unitId, f.organisation, f.means, f.reason,
    f.forwarded_at AS forwardedAt, f.forwarded_by AS forwardedBy, f.confirmed_at AS confirmedAt,
    f.confirmed_by AS confirmedBy, f.receipt
  FROM forwarding f WHERE f.tenant_id = :tenantId AND f.complaint_id IN (:complaintIds) ORDER BY f.id`;
const CONFIRM = `
  UPDATE forwarding f SET f.confirmed_at = :confirmedAt, f.confirmed_by = :confirmedBy, f.receipt = :receipt
  WHERE f.tenant_id = :tenantId AND f.complaint_id = :complaintId AND f.id = :id`;

/** Forwardings in MySQL. Whoever writes holds the lock of the complaint. */
export const mysqlForwardingBook: ForwardingBook = {
  async ofComplaints(reader, complaintIds) {
    const rows = await reader.query<Row>(OF_COMPLAINTS, { complaintIds });
    return rows.map(
      (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Forwarding,
    );
  },

  enter(tx, { id, complaintId, unitId, organisation, means, reason, forwardedAt, forwardedBy }) {
    tx.insertAtCommit('forwarding', [
      {
        complaint_id: complaintId,
        ...{ id, means, reason },
        destination: unitId === undefined ? 'OUTSIDE' : 'UNIT',
        unit_id: unitId ?? null,
        organisation: organisation ?? null,
        forwarded_at: forwardedAt,
        forwarded_by: forwardedBy,
      },
    ]);
  },

  confirm(tx, { id, complaintId, confirmedAt, confirmedBy, receipt }) {
    tx.executeAtCommit(CONFIRM, {
      ...{ id, complaintId },
      confirmedAt: confirmedAt ?? null,
      confirmedBy: confirmedBy ?? null,
      receipt: receipt ?? null,
    });
  },
};
