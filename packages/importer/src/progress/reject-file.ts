import { appendFile, mkdir, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Reject } from '../reading/units';

const HEADER = 'line,column,reason\n';

/** The bad lines of a file as CSV: line, column, reason. Their content is not repeated: it may be personal data. */
export class RejectFile {
  private constructor(
    readonly path: string,
    private length: number,
  ) {}

  /** Begins a new file, or goes on with the one of an interrupted import from what had been written safely. */
  static async open(path: string, length: number): Promise<RejectFile> {
    if (length > 0) await truncate(path, length);
    else await rm(path, { force: true });
    return new RejectFile(path, length);
  }

  get bytes(): number {
    return this.length;
  }

  async append(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    const lines = rejects.map(({ line, column, reason }) => `${line},${quoted(column)},${quoted(reason)}\n`);
    const text = (this.length === 0 ? HEADER : '') + lines.join('');
    await mkdir(dirname(this.path), { recursive: true });
    await appendFile(this.path, text);
    this.length += Buffer.byteLength(text);
  }
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
