import { createHash } from 'node:crypto';
import type { TenantReader } from '@redress/persistence';
import type { Export } from '../model/export.model';
import type { ExportRepository, LeasedExport } from '../model/export.repository';
import { inChunks } from './write-part.handler';

const PART_BYTES = 4 * 1024 * 1024;

/** The bytes of the package of a month, the same each time as long as the books are. */
export type PackageContent = (reader: TenantReader, month: string) => AsyncIterable<Uint8Array>;

interface PackagePorts {
  readonly exports: ExportRepository;
  readonly reader: TenantReader;
  readonly packageOf: PackageContent;
  readonly leaseMs: number;
  readonly stopping: () => boolean;
}

/** Writes a package from its beginning: what another process had written of it is taken away first. */
export async function writePackage(
  leased: LeasedExport,
  job: Export,
  { exports, reader, packageOf, leaseMs, stopping }: PackagePorts,
): Promise<'WRITTEN' | 'LOST' | 'PUT_BACK'> {
  if (job.partsDone > 0 && !(await exports.restart(leased))) return 'LOST';
  if (job.startedAt === undefined) await exports.begin(leased, 0, job.requestedAt);
  let pieces: Uint8Array[] = [];
  let part = 0;
  const keep = (written: boolean): Promise<boolean> => {
    const content = Buffer.concat(pieces);
    pieces = [];
    part += 1;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const kept = { part, sha256, bytes: content.length, rowCount: 0, rowsDone: 0, totals: [] };
    return exports.keepPart(leased, { ...kept, chunks: inChunks(content), progress: { written, file: null } }, leaseMs);
  };
  for await (const piece of packageOf(reader, job.request.bookedIn ?? '')) {
    if (stopping()) {
      await exports.release(leased);
      return 'PUT_BACK';
    }
    pieces.push(piece);
    const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
    if (bytes >= PART_BYTES && !(await keep(false))) return 'LOST';
  }
  return (await keep(true)) ? 'WRITTEN' : 'LOST';
}
