import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** A run that a worker has leased. */
export interface LeasedRun {
  readonly tenantId: string;
  readonly runId: string;
  readonly accountId: string;
  readonly requestedBy: string;
  readonly lease: string;
}

export const RUN_STATES = ['QUEUED', 'DONE'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One pass of an account's rules over its open lines. */
export interface MatchingRunView {
  readonly id: string;
  readonly accountId: string;
  readonly state: RunState;
  readonly linesMatched: number;
  readonly paymentsMatched: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

/** Keeps runs. Leases run by the database's clock. */
export interface MatchingRunRepository {
  request(
    tx: TenantTransaction,
    run: Pick<MatchingRunView, 'id' | 'accountId' | 'requestedBy' | 'requestedAt'>,
  ): Promise<void>;
  find(reader: TenantReader, id: string): Promise<MatchingRunView | undefined>;
  lease(leaseMs: number): Promise<LeasedRun | undefined>;
  /** Counts what a batch matched and renews the lease; answers `false` when it was lost, and then nothing may be kept. */
  advance(
    tx: TenantTransaction,
    leased: LeasedRun,
    matched: { readonly lines: number; readonly payments: number },
    leaseMs: number,
  ): Promise<boolean>;
  finish(tx: TenantTransaction, leased: LeasedRun, at: Date): Promise<void>;
}
