import type { TenantReader } from '@redress/persistence';
import type { EvidenceRepository } from '../model/evidence.repository';
import { EVIDENCE_COLUMNS, toEvidence, type EvidenceRecord } from '../view-evidence/evidence-record.query';

async function read(reader: TenantReader, id: string, locking: '' | ' FOR UPDATE') {
  const [record] = await reader.query<EvidenceRecord>(
    `SELECT ${EVIDENCE_COLUMNS} FROM settlement_evidence e WHERE e.tenant_id = :tenantId AND e.id = :id${locking}`,
    { id },
  );
  return record === undefined ? undefined : toEvidence(record);
}

/** Evidence in MySQL. */
export const evidenceInMysql: EvidenceRepository = {
  async countAfterExpiry(tx, settlementId, now) {
    await tx.execute(
      `DELETE FROM settlement_evidence
       WHERE tenant_id = :tenantId AND settlement_id = :settlementId AND state = 'REQUESTED' AND expires_at < :now`,
      { settlementId, now },
    );
    const [counted] = await tx.query<{ value: string }>(
      `SELECT COUNT(*) AS value FROM settlement_evidence e
       WHERE e.tenant_id = :tenantId AND e.settlement_id = :settlementId`,
      { settlementId },
    );
    return Number(counted?.value);
  },

  add: (tx, evidence) =>
    tx.insertMany('settlement_evidence', [
      {
        id: evidence.id,
        settlement_id: evidence.settlementId,
        kind: evidence.kind,
        file_name: evidence.fileName,
        media_type: evidence.mediaType,
        size_bytes: evidence.sizeBytes,
        note: evidence.note ?? null,
        state: evidence.state,
        added_by: evidence.addedBy,
        added_at: evidence.addedAt,
        expires_at: evidence.expiresAt,
        version: evidence.version,
      },
    ]),

  find: (reader, id) => read(reader, id, ''),
  lock: (tx, id) => read(tx, id, ' FOR UPDATE'),

  async give(tx, id, { sha256, at }) {
    const { affectedRows } = await tx.execute(
      `UPDATE settlement_evidence SET state = 'GIVEN', sha256 = :sha256, given_at = :at, version = version + 1
       WHERE tenant_id = :tenantId AND id = :id AND state = 'REQUESTED'`,
      { id, sha256, at },
    );
    return affectedRows === 1;
  },

  async saveVerdict(tx, { id, state, verifiedBy, verifiedAt, reason, version }) {
    await tx.execute(
      `UPDATE settlement_evidence SET state = :state, verified_by = :verifiedBy, verified_at = :verifiedAt,
         reason = :reason, version = :version
       WHERE tenant_id = :tenantId AND id = :id AND state = 'GIVEN'`,
      { id, state, verifiedBy: verifiedBy ?? null, verifiedAt: verifiedAt ?? null, reason: reason ?? null, version },
    );
  },

  async acceptedKinds(reader, settlementId) {
    const rows = await reader.query<{ kind: string }>(
      `SELECT DISTINCT e.kind FROM settlement_evidence e
       WHERE e.tenant_id = :tenantId AND e.settlement_id = :settlementId AND e.state = 'ACCEPTED'`,
      { settlementId },
    );
    return new Set(rows.map(({ kind }) => kind));
  },
};
