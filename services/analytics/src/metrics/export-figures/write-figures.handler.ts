import { createHash } from 'node:crypto';
import { accept, type Outcome } from '@redress/kernel';
import type { AskedAt, Asker, AskFigures, FiguresAnswer } from '../questions/ask-figures.handler';
import type { FiguresQuery, FiguresRefusal } from '../questions/figures-query.model';
import type { FiguresFile, FiguresFormat } from './figures-format.model';
import { figuresTable, type FiguresTable } from './figures-table.model';

/** What writing a file needs. */
export interface WritingParts {
  readonly ask: AskFigures;
  /** The same table is the same bytes. */
  readonly fileOf: (table: FiguresTable, format: FiguresFormat, about: object) => FiguresFile;
}

/** A question whose answer is to be a file. */
export interface FileQuestion {
  readonly query: FiguresQuery;
  readonly format: FiguresFormat;
}

/** A file of figures with its name and digest, and what the figures take into account. */
export interface WrittenFigures extends FiguresFile, Pick<FiguresAnswer, 'asOf' | 'engine'> {
  readonly fileName: string;
  readonly sha256: string;
}

/** Asks as for the screen, with all that is refused there, and writes the answer; at the same moment the same bytes. */
export async function writeFigures(
  { ask, fileOf }: WritingParts,
  asker: Asker,
  { query, format }: FileQuestion,
  at: AskedAt,
): Promise<Outcome<WrittenFigures, FiguresRefusal>> {
  const outcome = await ask(asker, query, at);
  if (!outcome.ok) return outcome;
  const { asOf, engine } = outcome.value;
  const { position, time, metricVersion } = asOf;
  const about = { asOf: { position: String(position), time: time.toISOString(), metricVersion } };
  const { mediaType, content } = fileOf(figuresTable(outcome.value, query.groupBy), format, about);
  return accept({
    ...{ asOf, engine, mediaType, content },
    fileName: `figures-${time.toISOString().slice(0, 10)}-${position}.${format.toLowerCase()}`,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
}
