import { Readable } from 'node:stream';
import type { ServedFile } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { ExportLinks } from '../model/export-links.client';
import type { Export, RowKind } from '../model/export.model';
import type { ExportRepository } from '../model/export.repository';
import type { RowSource } from '../model/row-source.client';
import type { FileFormats } from '../write-file/file-writer.model';

export interface DownloadDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly exports: ExportRepository;
  readonly links: ExportLinks;
  readonly sources: Readonly<Record<RowKind, RowSource>>;
  readonly formats: FileFormats;
}

const [NOT_FOUND, GONE] = [404, 410];

/** What a link leads to: the whole file, or the one part that `?part=` names; or the status that says why it does not. */
export async function openDownload(
  link: string,
  query: Readonly<Record<string, unknown>>,
  dependencies: DownloadDependencies,
): Promise<ServedFile | number> {
  const { database, clock, exports, links } = dependencies;
  const target = links.read(link);
  if (target === undefined) return NOT_FOUND;
  if (target.expiresAt.getTime() <= clock.now().getTime()) return GONE;
  const reader = database.reader(target.tenantId);
  const [job] = await exports.find(reader, [target.fileId]);
  if (job?.state === 'EXPIRED') return GONE;
  if (job?.sha256 === undefined || job.state !== 'COMPLETED') return NOT_FOUND;
  const only = partOf(query);
  if (only === undefined) {
    const { bytesDone: sizeBytes, sha256 } = job;
    return { ...namesOf(job, dependencies), sizeBytes, sha256, content: Readable.from(exports.bytes(reader, job.id)) };
  }
  const [parts = []] = await exports.partsOf(reader, [job.id]);
  const part = parts.find((each) => each.part === only);
  if (part === undefined) return NOT_FOUND;
  return {
    ...namesOf(job, dependencies),
    sizeBytes: part.bytes,
    sha256: part.sha256,
    content: Readable.from(exports.bytes(reader, job.id, only)),
  };
}

function partOf({ part }: Readonly<Record<string, unknown>>): number | undefined {
  return part === undefined ? undefined : Number(part);
}

function namesOf(
  { kind, format, requestedAt, request: { bookedIn = '' } }: Export,
  { sources, formats }: DownloadDependencies,
): Pick<ServedFile, 'fileName' | 'mediaType'> {
  if (kind === 'MONTH_END_PACKAGE' || format === 'ZIP') {
    return { fileName: `month-end-${bookedIn}.zip`, mediaType: 'application/zip' };
  }
  const { ending, mediaType } = formats[format];
  return { fileName: `${sources[kind].name}-${requestedAt.toISOString().slice(0, 10)}.${ending}`, mediaType };
}
