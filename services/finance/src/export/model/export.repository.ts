import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ControlTotal } from './control-total.model';
import type { Export, ExportPart, ExportProgress } from './export.model';

/** An export that a worker has leased. */
export interface LeasedExport {
  readonly tenantId: string;
  readonly exportId: string;
  /** Made for this lease alone. */
  readonly lease: string;
  /** How often it was leased since its last finished part. */
  readonly attempts: number;
}

/** A part that is ready to be kept. */
export interface WrittenPart extends ExportPart {
  readonly chunks: readonly Buffer[];
  /** As it is after the part. */
  readonly progress: ExportProgress;
  readonly totals: readonly ControlTotal[];
  readonly rowsDone: number;
}

/** Stores exports and their bytes. Leases run by the database's clock. */
export interface ExportRepository {
  add(tx: TenantTransaction, job: Export): Promise<void>;
  unfinished(reader: TenantReader): Promise<number>;
  lock(tx: TenantTransaction, id: string): Promise<Export | undefined>;
  /** Ends it and takes its bytes away. */
  cancel(tx: TenantTransaction, id: string, at: Date): Promise<void>;
  /** Leases one that is due, of any tenant. */
  lease(leaseMs: number): Promise<LeasedExport | undefined>;
  renew(leased: LeasedExport, leaseMs: number): Promise<boolean>;
  /** Gives the lease back, so that the next worker need not wait. */
  release(leased: LeasedExport): Promise<void>;
  /** As it stands, for its holder; nothing when the lease was lost or the export cancelled. */
  held(
    leased: LeasedExport,
  ): Promise<{ readonly job: Export; readonly progress: ExportProgress | undefined } | undefined>;
  begin(leased: LeasedExport, rowsEstimated: number, at: Date): Promise<void>;
  /** Takes the bytes away again, to begin anew; answers whether it is still the holder's. */
  restart(leased: LeasedExport): Promise<boolean>;
  /** Keeps a part with its bytes; answers false, and keeps nothing, when the lease was lost or the export cancelled. */
  keepPart(leased: LeasedExport, part: WrittenPart, leaseMs: number): Promise<boolean>;
  complete(leased: LeasedExport, sha256: string, at: Date, expiresAt: Date): Promise<boolean>;
  fail(leased: LeasedExport, reason: string, at: Date): Promise<void>;
  /** The bytes in their order, piece by piece; of one part when told. */
  bytes(reader: TenantReader, id: string, part?: number): AsyncGenerator<Buffer>;
  partsOf(reader: TenantReader, ids: readonly string[]): Promise<ExportPart[][]>;
  find(reader: TenantReader, ids: readonly string[]): Promise<Export[]>;
  /**
   * Takes the bytes of expired exports away, a few at a time; answers how many it looked at. One that fails is told and
   * keeps its bytes until the next time.
   */
  expire(limit: number, failed: (exportId: string, error: unknown) => void): Promise<number>;
}
