import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Line } from '../mapping/apply-mapping';

/** A record of the file: its values by column, or why it has none. */
export interface ReadLine {
  /** Number of the line on which the record begins, from 1. */
  readonly line: number;
  /** Bytes of the file up to the end of the record. */
  readonly bytes: number;
  readonly content: { readonly values: Line } | { readonly problem: string };
}

/** The file is not one that can be read; the message says why. */
export class FileUnusable extends Error {}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

/** Reads a CSV file as a stream. Throws `FileUnusable` when it has no header or lacks a column that is wanted. */
export async function* readLines(
  file: string,
  { delimiter, columns }: { readonly delimiter: string; readonly columns: readonly string[] },
): AsyncGenerator<ReadLine> {
  const source = createReadStream(file);
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: readonly string[] | undefined;
  let linesBefore = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = linesBefore + 1;
      linesBefore = info.lines;
      if (header === undefined) {
        header = record;
        requireColumns(header, columns);
        continue;
      }
      yield { line, bytes: info.bytes, content: contentOf(header, record) };
    }
  } catch (error) {
    throw error instanceof FileUnusable ? error : new FileUnusable(explain(error, file));
  } finally {
    source.destroy();
  }
  if (header === undefined) throw new FileUnusable('The file is empty: its first line should name the columns.');
}

function contentOf(header: readonly string[], record: readonly string[]): ReadLine['content'] {
  if (record.length !== header.length) {
    return { problem: `has ${record.length} columns instead of ${header.length}` };
  }
  return { values: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) };
}

function requireColumns(header: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length === 0) return;
  throw new FileUnusable(
    `The file has no column ${missing.map((name) => `"${name}"`).join(', ')}; it has ${header.map((name) => `"${name}"`).join(', ')}.`,
  );
}

function explain(error: unknown, file: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file ${file}.`;
  return `The file cannot be read as CSV: ${message}`;
}
