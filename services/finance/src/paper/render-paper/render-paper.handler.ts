import { createHash } from 'node:crypto';
import { RENDERER, renderSheet } from '@redress/documents';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { Paper } from '../model/paper.model';
import type { PaperRepository } from '../model/paper.repository';
import type { RenderingLog } from '../model/rendering-log.repository';
import { sheetOf, type RenderingChoice } from './paper-sheet.policy';

export interface RenderPaperPorts {
  readonly database: Database;
  readonly papers: PaperRepository;
  readonly renderings: RenderingLog;
  readonly clock: Clock;
}

/** A paper as a file. */
export interface RenderedPaper {
  readonly paper: Paper;
  readonly content: Buffer;
  readonly sha256: string;
}

/**
 * Renders a paper as it is now, and notes what it came to. Throws when the same program made other bytes of the same
 * paper before: what was handed out could then not be made again.
 */
export async function renderPaper(
  { tenantId, paperId }: { readonly tenantId: string; readonly paperId: string },
  choice: RenderingChoice,
  { database, papers, renderings, clock }: RenderPaperPorts,
): Promise<RenderedPaper | undefined> {
  const reader = database.reader(tenantId);
  const paper = await papers.find(reader, paperId);
  if (paper === undefined || !hasCopy(paper, choice.copy)) return undefined;
  const marks = (await papers.marks(reader, paperId)).filter(({ position }) => position < paper.version);
  const content = await renderSheet(sheetOf(paper, marks, choice));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { language, copy = 0 } = choice;
  const rendering = { paperId, version: paper.version, language, copy, renderer: RENDERER, sha256 };
  const noted = await renderings.note(database, tenantId, { ...rendering, sizeBytes: content.length, at: clock.now() });
  if (noted !== sha256) throw new Error(`paper ${paperId} rendered to ${sha256} and before to ${noted}`);
  return { paper, content, sha256 };
}

function hasCopy({ content }: Paper, copy: number | undefined): boolean {
  return copy === undefined || content.copies.some((each) => each.copy === copy);
}
