import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { AcknowledgementMeans, AcknowledgementState } from './acknowledgement.rules';
import type { Telling } from './letter.model';

/** Whether a complainant was told that their complaint has come in. */
export interface AcknowledgementRecord {
  readonly complaintId: string;
  readonly state: AcknowledgementState;
  readonly tells: readonly Telling[];
  readonly means: AcknowledgementMeans | undefined;
  readonly acknowledgedAt: Date | undefined;
  readonly acknowledgedBy: string | undefined;
}

/** That somebody was told. */
export interface Told {
  readonly at: Date;
  readonly by: string;
  readonly means: AcknowledgementMeans;
}

/** Which complaints are acknowledged, which are still to be, and how. */
export interface AcknowledgementBook {
  /** Complaints that were just registered; how they are acknowledged is decided after the commit. */
  enterAtCommit(tx: TenantTransaction, complaints: readonly { readonly id: string; readonly receivedAt: Date }[]): void;
  /** Some of those for which it is to be decided, of any organisation. */
  undecided(limit: number): Promise<readonly { readonly tenantId: string; readonly complaintId: string }[]>;
  /** Decides it; false when another process did. */
  decide(
    tx: TenantTransaction,
    complaintId: string,
    decision: { readonly state: 'QUEUED' | 'DUE' | 'NOT_DUE'; readonly tells: readonly Telling[] },
  ): Promise<boolean>;
  /** Leaves one for later for which it could not be decided, so that it holds up no other. */
  postpone(tx: TenantTransaction, complaintId: string, pauseMs: number): Promise<void>;
  lock(tx: TenantTransaction, complaintId: string): Promise<AcknowledgementRecord | undefined>;
  /** Records that they were told; also where nobody had asked for it. */
  done(tx: TenantTransaction, complaintId: string, told: Told, receivedAt: Date): Promise<void>;
  /** A letter did not arrive: a person has to tell. */
  fallDue(tx: TenantTransaction, complaintId: string): Promise<void>;
  find(reader: TenantReader, complaintIds: readonly string[]): Promise<readonly AcknowledgementRecord[]>;
}
