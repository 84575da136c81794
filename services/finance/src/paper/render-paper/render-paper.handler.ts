import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { RENDERER, renderSheet, type DrawingQueue, type Sheet } from '@redress/documents';
import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { Paper } from '../model/paper.model';
import type { PaperRepository } from '../model/paper.repository';
import type { RenderingLog } from '../model/rendering-log.repository';
import { sheetOf, type RenderingChoice } from './paper-sheet.policy';

export interface RenderPaperPorts {
  readonly database: Database;
  readonly papers: Pick<PaperRepository, 'find' | 'marks'>;
  readonly renderings: RenderingLog;
  readonly clock: Clock;
  readonly queue: DrawingQueue<Buffer>;
}

/** A paper as a file. */
export interface RenderedPaper {
  readonly paper: Paper;
  readonly content: Buffer;
  readonly sha256: string;
}

/** Why there is no file: there is no such paper or copy, or too many others are to be drawn before. */
export type RenderingRefusal = 'NOT_FOUND' | 'FINANCE_PAPER_FILES_BUSY';

/**
 * Renders a paper as it is now, once for all who ask, and notes what it came to. Throws when the same program made other
 * bytes of the same paper before: what was handed out could then not be made again.
 */
export async function renderPaper(
  { tenantId, paperId }: { readonly tenantId: string; readonly paperId: string },
  choice: RenderingChoice,
  ports: RenderPaperPorts,
): Promise<Outcome<RenderedPaper, RenderingRefusal>> {
  const reader = ports.database.reader(tenantId);
  const paper = await ports.papers.find(reader, paperId);
  if (paper === undefined || !hasCopy(paper, choice.copy)) return refuse({ code: 'NOT_FOUND' });
  const marks = (await ports.papers.marks(reader, paperId)).filter(({ position }) => position < paper.version);
  const sheet = sheetOf(paper, marks, choice);
  const name = [tenantId, nameOf(paper, choice, sheet)].join('/');
  const drawing = ports.queue.take(tenantId, name, async () => {
    // Drawing keeps the processor busy: between two papers others are answered.
    await setImmediate();
    return draw(tenantId, paper, choice, sheet, ports);
  });
  if (drawing === undefined) return refuse({ code: 'FINANCE_PAPER_FILES_BUSY', retryable: true });
  const content = await drawing;
  return accept({ paper, content, sha256: digestOf(content) });
}

async function draw(
  tenantId: string,
  { id: paperId, version }: Paper,
  { language, copy = 0 }: RenderingChoice,
  sheet: Sheet,
  { database, renderings, clock }: RenderPaperPorts,
): Promise<Buffer> {
  const content = await renderSheet(sheet);
  const sha256 = digestOf(content);
  const rendering = { paperId, version, language, copy, renderer: RENDERER, sha256, sizeBytes: content.length };
  const noted = await renderings.note(database, tenantId, { ...rendering, at: clock.now() });
  if (noted !== sha256) throw new Error(`paper ${paperId} rendered to ${sha256} and before to ${noted}`);
  return content;
}

/** Everything that is printed is part of the name, so that a paper of which anything is stored otherwise is drawn anew. */
function nameOf({ id, version }: Paper, { language, copy = 0 }: RenderingChoice, sheet: Sheet): string {
  return [id, version, language, copy, digestOf(JSON.stringify(sheet))].join('/');
}

function digestOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function hasCopy({ content }: Paper, copy: number | undefined): boolean {
  return copy === undefined || content.copies.some((each) => each.copy === copy);
}
