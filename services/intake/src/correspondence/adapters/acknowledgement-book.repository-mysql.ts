import { json, type Database } from '@redress/persistence';
import type { AcknowledgementBook, AcknowledgementRecord } from '../model/acknowledgement-book.repository';
import type { AcknowledgementMeans, AcknowledgementState } from '../model/acknowledgement.rules';
import type { Telling } from '../model/letter.model';

interface Row {
  readonly complaintId: string;
  readonly state: AcknowledgementState;
  readonly tells: string | null;
  readonly means: AcknowledgementMeans | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
}

const FIND = `
  SELECT a.complaint_id AS complaintId, a.state, a.tells, a.means, a.acknowledged_at AS acknowledgedAt,
    a.acknowledged_by AS acknowledgedBy
  FROM acknowledgement a WHERE a.tenant_id = :tenantId AND a.complaint_id IN (:complaintIds)`;
const UNDECIDED = `
  SELECT tenant_id AS tenantId, complaint_id AS complaintId FROM acknowledgement
  WHERE next_step_at <= UTC_TIMESTAMP(3) ORDER BY next_step_at LIMIT :limit`;
const DECIDE = `
  UPDATE acknowledgement a SET a.state = :state, a.tells = :tells, a.next_step_at = NULL
  WHERE a.tenant_id = :tenantId AND a.complaint_id = :complaintId AND a.state = 'PENDING'`;
const POSTPONE = `
  UPDATE acknowledgement a SET a.next_step_at = UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND
  WHERE a.tenant_id = :tenantId AND a.complaint_id = :complaintId AND a.state = 'PENDING'`;
const DONE = `
  INSERT INTO acknowledgement (tenant_id, complaint_id, state, means, acknowledged_at, acknowledged_by, received_at)
  VALUES (:tenantId, :complaintId, 'DONE', :means, :at, :by, :receivedAt)
  ON DUPLICATE KEY UPDATE state = 'DONE', means = :means, acknowledged_at = :at, acknowledged_by = :by, next_step_at = NULL`;
const FALL_DUE = `
  UPDATE acknowledgement a SET a.state = 'DUE'
  WHERE a.tenant_id = :tenantId AND a.complaint_id = :complaintId AND a.state IN ('QUEUED', 'DONE')`;

/** Acknowledgements in MySQL. */
export function mysqlAcknowledgementBook({ system }: Pick<Database, 'system'>): AcknowledgementBook {
  return {
    enterAtCommit(tx, complaints) {
      tx.insertAtCommit(
        'acknowledgement',
        complaints.map(({ id, receivedAt }) => ({
          complaint_id: id,
          state: 'PENDING',
          received_at: receivedAt,
          next_step_at: new Date(0),
        })),
      );
    },

    undecided: (limit) => system.query(UNDECIDED, { limit }),

    async decide(tx, complaintId, { state, tells }) {
      return (await tx.execute(DECIDE, { complaintId, state, tells: json(tells) })).affectedRows === 1;
    },

    async postpone(tx, complaintId, pauseMs) {
      await tx.execute(POSTPONE, { complaintId, microseconds: pauseMs * 1000 });
    },

    async lock(tx, complaintId) {
      const [row] = await tx.query<Row>(`${FIND} FOR UPDATE`, { complaintIds: [complaintId] });
      return row === undefined ? undefined : recordOf(row);
    },

    async done(tx, complaintId, told, receivedAt) {
      await tx.execute(DONE, { complaintId, ...told, receivedAt });
    },

    async fallDue(tx, complaintId) {
      await tx.execute(FALL_DUE, { complaintId });
    },

    find: async (reader, complaintIds) => (await reader.query<Row>(FIND, { complaintIds })).map(recordOf),
  };
}

function recordOf({ tells, means, acknowledgedAt, acknowledgedBy, ...row }: Row): AcknowledgementRecord {
  return {
    ...row,
    tells: tells === null ? [] : (JSON.parse(tells) as Telling[]),
    means: means ?? undefined,
    acknowledgedAt: acknowledgedAt ?? undefined,
    acknowledgedBy: acknowledgedBy ?? undefined,
  };
}
