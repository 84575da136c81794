import { isDuplicateKey } from '@redress/persistence';
import type { PayoutEvidence } from '../model/payout-evidence.model';
import { EvidenceOpen, type PayoutEvidenceRepository } from '../model/payout-evidence.repository';

type EvidenceRow = Omit<PayoutEvidence, 'decidedBy' | 'decidedAt'> & {
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

export const payoutEvidenceInMysql: PayoutEvidenceRepository = {
  async add(tx, { id, paymentId, outcome, happenedOn, reference, proof, state, recordedBy, recordedAt, version }) {
    await tx
      .insertMany('payout_evidence', [
        {
          ...{ id, outcome, reference, proof, state, version },
          payment_id: paymentId,
          happened_on: happenedOn,
          still_open: 1,
          recorded_by: recordedBy,
          recorded_at: recordedAt,
        },
      ])
      .catch((error: unknown) => {
        throw isDuplicateKey(error, 'one_open') ? new EvidenceOpen() : error;
      });
  },

  async find(tx, id) {
    const [row] = await tx.query<EvidenceRow>(
      `SELECT e.id, e.payment_id AS paymentId, e.outcome, e.happened_on AS happenedOn, e.reference, e.proof, e.state,
         e.recorded_by AS recordedBy, e.recorded_at AS recordedAt, e.decided_by AS decidedBy,
         e.decided_at AS decidedAt, e.version
       FROM payout_evidence e WHERE e.tenant_id = :tenantId AND e.id = :id`,
      { id },
    );
    if (row === undefined) return undefined;
    const { decidedBy, decidedAt, ...evidence } = row;
    return {
      ...evidence,
      ...(decidedBy === null ? {} : { decidedBy }),
      ...(decidedAt === null ? {} : { decidedAt }),
    };
  },

  async save(tx, { id, state, decidedBy, decidedAt, version }) {
    await tx.execute(
      `UPDATE payout_evidence e SET e.state = :state, e.still_open = NULL, e.decided_by = :decidedBy,
         e.decided_at = :decidedAt, e.version = :version WHERE e.tenant_id = :tenantId AND e.id = :id`,
      { id, state, decidedBy: decidedBy ?? null, decidedAt: decidedAt ?? null, version },
    );
  },
};
