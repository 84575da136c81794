import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { CsvMapping } from '../model/csv-mapping.model';
import type { Compression, StatementItem, StatementName } from '../model/statement.model';
import { camtStatement } from './camt-statement';
import { csvStatement } from './csv-statement';
import { decodedText, UnreadableStatement } from './decoded-text';

/** A file with what is known about it beside its bytes. */
export interface StatementFile {
  readonly format: 'CAMT_053' | 'CSV';
  readonly compression: Compression;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly currency: string;
  readonly mapping?: CsvMapping;
  readonly statement?: StatementName;
}

/** A statement longer than this is not one. */
const MOST_BYTES = 1_000_000_000;

/** Everything that the file says, in its order, read as it is asked for. What is wrong with it is among the items. */
export async function* readStatement(file: StatementFile): AsyncGenerator<StatementItem> {
  try {
    yield* itemsOf(file);
  } catch (error) {
    if (error instanceof UnreadableStatement) yield { kind: 'PROBLEM', problem: error.problem };
    else if (isOfCompression(error))
      yield { kind: 'PROBLEM', problem: { code: 'FINANCE_STATEMENT_MALFORMED', facts: { found: 'gzip' } } };
    else throw error;
  }
}

function itemsOf({
  format,
  compression,
  bytes,
  currency,
  mapping,
  statement,
}: StatementFile): AsyncGenerator<StatementItem> {
  const plain = counted(compression === 'GZIP' ? unpacked(bytes) : bytes);
  if (format === 'CAMT_053') return camtStatement(decodedText(plain, 'UTF_8'), statement?.part ?? '');
  if (mapping === undefined)
    throw new UnreadableStatement({ code: 'FINANCE_STATEMENT_COLUMN_MISSING', facts: { column: '*' } });
  const reading = { mapping, currency, ...(statement === undefined ? {} : { statement }) };
  return csvStatement(decodedText(plain, mapping.encoding), reading);
}

function unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  const source = Readable.from(bytes);
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip) as AsyncIterable<Uint8Array>;
}

/** A small file may unpack to a huge one. */
async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > MOST_BYTES)
      throw new UnreadableStatement({ code: 'FINANCE_STATEMENT_TOO_LARGE', facts: { limit: MOST_BYTES } });
    yield chunk;
  }
}

function isOfCompression(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
