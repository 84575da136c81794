import { parse } from 'csv-parse/sync';
import readSheet from 'read-excel-file/node';
import type { RowFormat } from '../model/export.model';
import { HARD_TEXTS, madeUpRows } from '../testing/made-up-rows';
import { FILE_FORMATS } from './file-formats.mapper';
import { ZipWriter } from './zip.mapper';

const source = madeUpRows(40);
const columns = source.columns({});

async function written(format: RowFormat, sizeOfPiece: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let state: unknown;
  let after: readonly (string | number)[] | undefined;
  for (let first = true; ; first = false) {
    // Each piece by a writer of its own, which knows nothing but the state as JSON: as after a change of processes.
    const stored: unknown = state === undefined ? undefined : JSON.parse(JSON.stringify(state));
    const writer = FILE_FORMATS[format].writer({ columns, locale: 'en', state: stored });
    if (first) pieces.push(await writer.begin());
    const rows = await source.page(undefined as never, undefined as never, after, sizeOfPiece);
    if (rows.length > 0) pieces.push(await writer.rows(rows));
    after = rows.at(-1)?.position ?? after;
    if (rows.length < sizeOfPiece) {
      pieces.push(await writer.end());
      return Buffer.concat(pieces);
    }
    state = writer.state();
  }
}

const texts = Array.from({ length: 40 }, (_, index) => HARD_TEXTS[(index + 1) % HARD_TEXTS.length] ?? '');

describe('files of exports', () => {
  it('CSV is read back, with an apostrophe before what a spreadsheet would compute', async () => {
    const content = await written('CSV', 7);
    const [head, ...rows] = parse(content, { bom: true });
    expect(head).toEqual(['Number', 'Text', 'Amount', 'Count']);
    expect(rows.map(([, text]) => text)).toEqual(texts.map((text) => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text)));
    expect(rows.map(([, , amount]) => amount).slice(0, 3)).toEqual(['1.25', '2.50', '3.75']);
  });

  it('JSON Lines keep amounts as strings and texts as they are', async () => {
    const lines = (await written('JSONL', 7)).toString('utf8').trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { text: string; amount: unknown; count: unknown });
    expect(rows.map(({ text }) => text)).toEqual(texts);
    expect(rows[1]).toMatchObject({ amount: '2.50', count: 2 });
  });

  it('XLSX is read by a spreadsheet’s reader: texts stay texts, numbers are numbers', async () => {
    const sheets = await readSheet(await written('XLSX', 7));
    const rows = (sheets as readonly { data?: unknown[][] }[])[0]?.data ?? (sheets as unknown as unknown[][]);
    expect(rows[0]).toEqual(['Number', 'Text', 'Amount', 'Count']);
    expect(rows).toHaveLength(41);
    // The reader trims texts.
    expect(rows.slice(1).map((row) => row[1] ?? '')).toEqual(texts.map((text) => text.trim()));
    expect(rows[2]?.slice(2)).toEqual([2.5, 2]);
  });

  it.each<RowFormat>(['CSV', 'JSONL'])('%s has the same bytes whatever the size of the pieces', async (format) => {
    expect(await written(format, 3)).toEqual(await written(format, 100));
  });

  it('an archive refuses to write where no file is open', async () => {
    await expect(new ZipWriter().write(Buffer.from('x'))).rejects.toThrow('no file');
  });
});
