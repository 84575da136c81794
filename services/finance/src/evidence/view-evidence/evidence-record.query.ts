import type { Evidence, EvidenceState } from '../model/evidence.model';

export const EVIDENCE_COLUMNS = `e.id, e.settlement_id AS settlementId, e.kind, e.file_name AS fileName,
  e.media_type AS mediaType, e.size_bytes AS sizeBytes, e.note, e.state, e.sha256, e.added_by AS addedBy,
  e.added_at AS addedAt, e.expires_at AS expiresAt, e.given_at AS givenAt, e.verified_by AS verifiedBy,
  e.verified_at AS verifiedAt, e.reason, e.version`;

/** Evidence as its columns are read. */
export interface EvidenceRecord {
  readonly id: string;
  readonly settlementId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly note: string | null;
  readonly state: EvidenceState;
  readonly sha256: string | null;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly expiresAt: Date;
  readonly givenAt: Date | null;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}

export function toEvidence(record: EvidenceRecord): Evidence {
  const { note, sha256, givenAt, verifiedBy, verifiedAt, reason, ...rest } = record;
  return {
    ...rest,
    ...(note === null ? {} : { note }),
    ...(sha256 === null ? {} : { sha256 }),
    ...(givenAt === null ? {} : { givenAt }),
    ...(verifiedBy === null ? {} : { verifiedBy }),
    ...(verifiedAt === null ? {} : { verifiedAt }),
    ...(reason === null ? {} : { reason }),
  };
}
