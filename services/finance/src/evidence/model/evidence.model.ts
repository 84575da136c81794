/** Between request and upload evidence is a ticket only; what was given somebody else accepts or refuses, once. */
export const EVIDENCE_STATES = ['REQUESTED', 'GIVEN', 'ACCEPTED', 'REFUSED'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** A file by which a settlement is proven, or the ticket for one. */
export interface Evidence {
  readonly id: string;
  readonly settlementId: string;
  /** As the regulation calls it, or {@link SUPPORTING}. */
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly note?: string;
  readonly state: EvidenceState;
  /** Address of the content, once it was given. */
  readonly sha256?: string;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly expiresAt: Date;
  readonly givenAt?: Date;
  readonly verifiedBy?: string;
  readonly verifiedAt?: Date;
  readonly reason?: string;
  readonly version: number;
}

/** Whatever else helps to understand; no regulation asks for it. */
export const SUPPORTING = 'supporting';

export const SIZE_BYTES_AT_MOST = 20 * 1024 * 1024;
/** How many files one settlement may have, tickets that are still good included. */
export const EVIDENCE_AT_MOST = 50;
export const TICKET_VALID_MS = 15 * 60_000;
export const TEXT_LENGTH_AT_MOST = 500;
