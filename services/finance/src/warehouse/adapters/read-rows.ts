import { CsvError, parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readSheet from 'read-excel-file/node';
import type { ReadRows } from '../model/receipt-file.client';
import { MOST_UNFOLDED_BYTES, type FileRow } from '../model/receipt-file.model';

/** Reads the first table of a file: CSV with commas, semicolons or tabs, or the first sheet of a workbook. */
export const readRows: ReadRows = (content, format) =>
  format === 'CSV' ? Promise.resolve(csvRows(decoded(content))) : sheetRows(content);

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function csvRows(text: string): readonly FileRow[] | undefined {
  const [header = ''] = text.split('\n', 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  const delimiter = [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
  try {
    const options = { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    // The types of the library do not know what `info` does.
    const records = parse(text, options) as unknown as readonly Row[];
    return records
      .filter(({ record }) => record.some((value) => value.trim() !== ''))
      .map(({ record, info }) => ({ row: info.lines, values: record }));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** UTF-8, or what offices in China write otherwise. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

async function sheetRows(content: Buffer): Promise<readonly FileRow[] | 'TOO_LARGE' | undefined> {
  const unfolded = unfoldedBytes(content);
  if (unfolded === undefined) return undefined;
  if (unfolded > MOST_UNFOLDED_BYTES) return 'TOO_LARGE';
  try {
    const [sheet] = await readSheet(content);
    return sheet?.data
      .map((values, index) => ({ row: index + 1, values: values.map(textOf) }))
      .filter(({ values }) => values.some((value) => value.trim() !== ''));
  } catch {
    // The library throws errors of many kinds for what is no workbook.
    return undefined;
  }
}

/** What the parts of the file say they unfold to; nothing is unfolded yet. */
function unfoldedBytes(content: Buffer): number | undefined {
  let bytes = 0;
  try {
    unzipSync(content, {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        return false;
      },
    });
    return bytes;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
