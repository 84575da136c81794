import { correctionsPlace } from '../model/telephone.model';
import type { Conversations } from '../model/telephone.repository';

const CUSTOMER_OF = `
  SELECT c.customer_id AS customerId FROM complaint c WHERE c.tenant_id = :tenantId AND c.id = :complaintId`;

/** Calls and confirmations in MySQL. */
export const mysqlConversations: Conversations = {
  async customerOf(reader, complaintId) {
    const [row] = await reader.query<{ readonly customerId: string }>(CUSTOMER_OF, { complaintId });
    return row?.customerId;
  },

  enterCall(tx, call) {
    tx.insertAtCommit('phone_call', [
      {
        id: call.id,
        complaint_id: call.complaintId ?? null,
        direction: call.direction,
        outcome: call.outcome,
        rang_at: call.rangAt,
        rings: call.rings ?? null,
        rings_allowed: call.ringsAllowed ?? null,
        answered_at: call.answeredAt ?? null,
        ended_at: call.endedAt ?? null,
        recorded_by: call.recordedBy,
      },
    ]);
  },

  enterConfirmation(tx, { id, complaintId, kind, confirmed, corrections, confirmedAt, recordedBy }, key) {
    tx.insertAtCommit('complaint_confirmation', [
      {
        complaint_id: complaintId,
        id,
        kind,
        confirmed,
        sealed_corrections: corrections === undefined ? null : key.sealText(correctionsPlace(id), corrections),
        confirmed_at: confirmedAt,
        recorded_by: recordedBy,
      },
    ]);
  },
};
