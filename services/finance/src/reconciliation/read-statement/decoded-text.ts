import type { CsvEncoding } from '../model/csv-mapping.model';
import type { StatementProblem } from '../model/statement.model';

/** Carries a problem through streams, which know no other way out; caught where the file is read. */
export class UnreadableStatement extends Error {
  constructor(readonly problem: StatementProblem) {
    super(problem.code);
  }
}

const LABELS: Readonly<Record<CsvEncoding, string>> = {
  UTF_8: 'utf-8',
  GB18030: 'gb18030',
  WINDOWS_1252: 'windows-1252',
  ISO_8859_1: 'iso-8859-1',
};

/** The text of the bytes, piece by piece; bytes that are none in this encoding are a problem, never a question mark. */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(LABELS[encoding], { fatal: true });
  const facts = { expected: LABELS[encoding] };
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new UnreadableStatement({
        code: 'FINANCE_STATEMENT_VALUE_UNREADABLE',
        line: 1,
        facts: { column: 'file', ...facts },
      });
    }
  };
  for await (const chunk of bytes) {
    const text = decode(chunk);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}
