import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ExpectedReport, Report, ReportAsOf } from './report.model';
import type { ReportState } from './report.transitions';

/** A report that a worker has leased in order to make it. */
export interface LeasedReport {
  readonly tenantId: string;
  readonly reportId: string;
  /** Made for this lease alone. */
  readonly lease: string;
  readonly attempts: number;
}

/** A report that was made. */
export interface MadeReport {
  readonly state: ReportState;
  readonly madeAt: Date;
  readonly asOf: ReportAsOf;
  readonly sha256: string;
  readonly content: Buffer;
}

/** Stores reports and what they say. */
export interface ReportRepository {
  /** Writes expected reports down; those of a period that are there already stay as they are. */
  expect(tx: TenantTransaction, reports: readonly ExpectedReport[]): Promise<void>;
  find(reader: TenantReader, ids: readonly string[]): Promise<Report[]>;
  /** The latest edition of a period’s report. */
  latest(reader: TenantReader, report: Pick<ExpectedReport, 'definition' | 'period'>): Promise<Report | undefined>;
  /** How many that somebody asked for wait to be made. */
  requested(reader: TenantReader): Promise<number>;
  /** All editions of the periods that the given reports are of, the first edition first. */
  editions(reader: TenantReader, ids: readonly string[]): Promise<Report[][]>;
  lock(tx: TenantTransaction, id: string): Promise<Report | undefined>;
  sign(tx: TenantTransaction, id: string, by: string, at: Date): Promise<void>;
  markCorrected(tx: TenantTransaction, id: string, by: string): Promise<void>;
  /** What reports say, in the order of their ids; nothing for those that are not made. */
  contents(reader: TenantReader, ids: readonly string[]): Promise<(Buffer | null)[]>;
  /** Leases one that is to be made, of any tenant. */
  lease(now: Date, leaseMs: number): Promise<LeasedReport | undefined>;
  /** Puts it off and gives the lease back. */
  putOff(leased: LeasedReport, until: Date): Promise<void>;
  /** Freezes it; answers false, and changes nothing, when the lease was lost. */
  freeze(leased: LeasedReport, made: MadeReport): Promise<boolean>;
}
