import { createHash } from 'node:crypto';
import type { TenantReader } from '@redress/persistence';
import { Zip, ZipDeflate } from 'fflate';
import type { Period } from '../../ledger/model/period.model';
import type { StartOfDay } from '../check-period/check-period.policy';
import { csvLine } from './csv-line.model';
import { closingOf } from './closing-of-month.query';
import { packageTables, type PackageTable } from './package-tables.query';

/** What the manifest says of a file. */
interface FileDigest {
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

/** The first moment that an archive can name, made of local parts because archives keep no zone: equal everywhere. */
const NO_MOMENT = new Date(1980, 0, 1);
/** Spreadsheets read the names of accounts as UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The package of a month (月结资料): ledger, trial balance, reconciliations and open items as one archive with a manifest of
 * hashes, piece by piece. The same content gives the same bytes; a closed month changes only by what is open meanwhile. Of
 * a month that was not closed all the while, the manifest says that its books are not final.
 */
export async function* writeMonthEndPackage(
  reader: TenantReader,
  period: Period,
  startOfDay: StartOfDay,
): AsyncIterable<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error;
    else pieces.push(piece);
  });
  const taken = (): Uint8Array[] => {
    if (failure !== undefined) throw failure;
    return pieces.splice(0);
  };
  const files: FileDigest[] = [];
  const closing = await closingOf(reader, period);
  for (const table of packageTables(reader, period, startOfDay)) {
    const file = entryIn(zip, table.file);
    const digest = createHash('sha256');
    let rows = 0;
    for await (const { bytes, count } of bytesOf(table)) {
      digest.update(bytes);
      rows += count;
      file.push(bytes);
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    files.push({ file: table.file, rows, sha256: digest.digest('hex') });
  }
  const final = closing !== undefined && closing === (await closingOf(reader, period));
  const manifest = JSON.stringify({ period, organisation: reader.tenantId, final, files }, undefined, 2);
  entryIn(zip, 'manifest.json').push(Buffer.from(`${manifest}\n`), true);
  zip.end();
  yield* taken();
}

function entryIn(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 6 });
  file.mtime = NO_MOMENT;
  zip.add(file);
  return file;
}

async function* bytesOf({ columns, pages }: PackageTable): AsyncIterable<{ bytes: Uint8Array; count: number }> {
  yield { bytes: Buffer.from(BYTE_ORDER_MARK + csvLine(columns)), count: 0 };
  for await (const rows of pages) yield { bytes: Buffer.from(rows.map(csvLine).join('')), count: rows.length };
}
