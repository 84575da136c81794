import type { FileFormat, FileShape, FileWriter } from './file-writer.model';

/** One JSON object a line. Amounts are strings, because JSON numbers are not exact; counts are numbers. */
export const JSON_LINES: FileFormat = {
  ending: 'jsonl',
  mediaType: 'application/x-ndjson',
  rowsAtMost: Number.MAX_SAFE_INTEGER,
  writer: jsonLinesWriter,
};

function jsonLinesWriter({ columns }: FileShape): FileWriter {
  const nothing = () => Promise.resolve(Buffer.alloc(0));
  return {
    begin: nothing,
    rows: (rows) => {
      const lines = rows.map(({ cells }) => {
        const members = columns.map(({ key, kind }, index) => {
          const cell = cells[index] ?? null;
          return [key, kind === 'count' && cell !== null ? Number(cell) : cell];
        });
        return `${JSON.stringify(Object.fromEntries(members))}\n`;
      });
      return Promise.resolve(Buffer.from(lines.join('')));
    },
    end: nothing,
    state: () => undefined,
  };
}
