import { createHash } from 'node:crypto';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { FAILURES } from '../model/export.errors';
import { KEPT_DAYS, type Export, type RowKind } from '../model/export.model';
import type { ExportRepository, LeasedExport } from '../model/export.repository';
import type { RowSource } from '../model/row-source.client';
import type { FileFormats } from '../write-file/file-writer.model';
import { writePackage, type PackageContent } from './write-package.handler';
import { writePart, type PartSize } from './write-part.handler';

/** Of the lease of a process that goes on and on without finishing a part; then somebody has to look. */
const ATTEMPTS_AT_MOST = 5;
const DAY_MS = 86_400_000;

/** How a run of an export ended. `LOST`: it is somebody else's, or nobody's, now. */
export type RunEnd = 'COMPLETED' | 'FAILED' | 'LOST' | 'PUT_BACK';

export interface RunDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly exports: ExportRepository;
  readonly sources: Readonly<Record<RowKind, RowSource>>;
  readonly formats: FileFormats;
  readonly packageOf: PackageContent;
  readonly size: PartSize;
  readonly leaseMs: number;
  /** Whether the process is about to end. */
  readonly stopping: () => boolean;
}

/**
 * Writes an export part by part until it is complete. Each part is kept together with the place where the next begins,
 * so that whoever takes over a job writes at most one part again, and the file is the same.
 */
export async function runExport(leased: LeasedExport, dependencies: RunDependencies): Promise<RunEnd> {
  const { database, clock, exports, sources, formats, stopping } = dependencies;
  if (leased.attempts > ATTEMPTS_AT_MOST) return failed(leased, FAILURES.brokeOff, dependencies);
  const reader = database.reader(leased.tenantId);
  for (;;) {
    const held = await exports.held(leased);
    if (held === undefined) return 'LOST';
    const { job, progress } = held;
    if (job.kind === 'MONTH_END_PACKAGE' || job.format === 'ZIP') {
      if (progress?.written === true) return complete(leased, job, dependencies);
      const end = await writePackage(leased, job, { ...dependencies, reader });
      if (end !== 'WRITTEN') return end;
      continue;
    }
    const [source, format] = [sources[job.kind], formats[job.format]];
    if (job.startedAt === undefined) {
      const rows = await source.count(reader, job);
      if (rows > format.rowsAtMost) return failed(leased, FAILURES.tooLong, dependencies);
      await exports.begin(leased, rows, clock.now());
    }
    if (progress?.written === true) return complete(leased, job, dependencies);
    const goOn = async () => !stopping() && (await exports.renew(leased, dependencies.leaseMs));
    const part = await writePart(job, progress, { reader, source, format, size: dependencies.size, goOn });
    if (part === undefined) {
      await exports.release(leased);
      return stopping() ? 'PUT_BACK' : 'LOST';
    }
    if (part.rowsDone > format.rowsAtMost) return failed(leased, FAILURES.tooLong, dependencies);
    if (!(await exports.keepPart(leased, part, dependencies.leaseMs))) return 'LOST';
  }
}

/** The hash is of what is stored, read once more piece by piece. */
async function complete(
  leased: LeasedExport,
  { id }: Export,
  { database, clock, exports, leaseMs }: RunDependencies,
): Promise<RunEnd> {
  const hash = createHash('sha256');
  for await (const piece of exports.bytes(database.reader(leased.tenantId), id)) hash.update(piece);
  if (!(await exports.renew(leased, leaseMs))) return 'LOST';
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + KEPT_DAYS * DAY_MS);
  return (await exports.complete(leased, hash.digest('hex'), now, expiresAt)) ? 'COMPLETED' : 'LOST';
}

async function failed(leased: LeasedExport, reason: string, { exports, clock }: RunDependencies): Promise<RunEnd> {
  await exports.fail(leased, reason, clock.now());
  return 'FAILED';
}
