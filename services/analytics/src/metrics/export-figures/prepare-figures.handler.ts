import { accept, newId, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { askedElsewhere } from '../asked-elsewhere.rules';
import type { AskedAt, Asker } from '../questions/ask-figures.handler';
import type { FiguresRefusal } from '../questions/figures-query.model';
import type { FiguresDownloads } from './figures-downloads.repository';
import { writeFigures, type FileQuestion, type WritingParts } from './write-figures.handler';

export type DownloadRefusal = FiguresRefusal | 'INPUT_INVALID' | 'ANALYTICS_DOWNLOAD_ENDED';

/** Long enough to begin a download; one that has begun goes on. */
const VALID_MS = 10 * 60_000;
/** For so long it is still told of a download that it has ended. */
const ENDED_KEPT_MS = 60 * 60_000;

/** A question whose answer somebody wants to fetch as a file. */
export interface PrepareFigures extends FileQuestion {
  readonly asker: Asker;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly at: AskedAt;
  /** The input as it came: the same key with another one is refused. */
  readonly request: unknown;
}

export interface DownloadParts extends WritingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly downloads: FiguresDownloads;
}

/**
 * Writes the file once to know that it can be had, and what it is; kept is the question at that moment. The answer is the
 * id of the download. Figures are asked for outside of the transaction, which would hold a connection all the while.
 */
export async function prepareFigures(
  { asker, subject, idempotencyKey, query, format, at, request }: PrepareFigures,
  parts: DownloadParts,
): Promise<CommandResult<string, DownloadRefusal>> {
  const { database, clock, downloads } = parts;
  const { tenantId, seesPersons } = asker;
  const written = await writeFigures(parts, asker, { query, format }, at);
  const command = { tenantId, operation: 'prepareFiguresDownload', subject, idempotencyKey, request };
  return executeCommand<string, DownloadRefusal>(database, command, async (tx) => {
    if (!written.ok) return { ok: false, refusals: askedElsewhere(written.refusals, ['input', 'query']) };
    const { asOf, sha256, content } = written.value;
    const [id, now] = [newId(), clock.now().getTime()];
    const download = {
      ...{ id, preparedBy: subject, seesPersons, query, format, asOf, sha256, sizeBytes: content.length },
      expiresAt: new Date(now + VALID_MS),
    };
    await downloads.add(tx, download, new Date(now - ENDED_KEPT_MS));
    return accept(id);
  });
}
