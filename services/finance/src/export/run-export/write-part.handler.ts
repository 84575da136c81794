import { createHash } from 'node:crypto';
import type { TenantReader } from '@redress/persistence';
import { withCounted } from '../model/control-total.model';
import type { Export, ExportProgress } from '../model/export.model';
import type { WrittenPart } from '../model/export.repository';
import type { RowSource } from '../model/row-source.client';
import type { FileFormat, FileWriter } from '../write-file/file-writer.model';

const CHUNK_BYTES = 512 * 1024;

/** How much is read at a time, and kept at a time. */
export interface PartSize {
  readonly rowsOfPage: number;
  readonly rowsOfPart: number;
}

export interface PartPorts {
  readonly reader: TenantReader;
  readonly source: RowSource;
  readonly format: FileFormat;
  readonly size: PartSize;
  /** Called between pages; answers false when nobody waits for the part any more. */
  readonly goOn: () => Promise<boolean>;
}

/** Writes the next part of the file from where the last one ended; nothing when nobody waits for it any more. */
export async function writePart(
  job: Export,
  progress: ExportProgress | undefined,
  { reader, source, format, size, goOn }: PartPorts,
): Promise<WrittenPart | undefined> {
  const columns = source.columns(job.request);
  const writer: FileWriter = format.writer({ columns, locale: job.locale, state: progress?.file });
  const pieces: Buffer[] = progress === undefined ? [await writer.begin()] : [];
  let after = progress?.after;
  let totals = job.totals;
  let rowCount = 0;
  let written = false;
  while (!written && rowCount < size.rowsOfPart) {
    if (!(await goOn())) return undefined;
    const limit = Math.min(size.rowsOfPage, size.rowsOfPart - rowCount);
    const rows = await source.page(reader, job, after, limit);
    if (rows.length > 0) pieces.push(await writer.rows(rows));
    totals = withCounted(
      totals,
      rows.flatMap(({ counted }) => counted),
    );
    after = rows.at(-1)?.position ?? after;
    rowCount += rows.length;
    written = rows.length < limit;
  }
  if (written) pieces.push(await writer.end());
  const content = Buffer.concat(pieces);
  return {
    part: job.partsDone + 1,
    rowCount,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    chunks: inChunks(content),
    progress: { ...(after === undefined ? {} : { after }), written, file: writer.state() },
    totals,
    rowsDone: job.rowsDone + rowCount,
  };
}

/** Pieces that fit one packet of the database. */
export function inChunks(content: Buffer): Buffer[] {
  const count = Math.ceil(content.length / CHUNK_BYTES);
  return Array.from({ length: count }, (_, index) => content.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
}
