import type { BadColumn, ImportRow, Line, MappedLine } from '../mapping/apply-mapping';
import type { ReadLine } from './read-lines';

/** A row that is sent, with where it came from. */
export interface SourceRow {
  readonly line: number;
  readonly row: ImportRow;
}

/** A line that is not sent, or was refused. */
export interface Reject extends BadColumn {
  readonly line: number;
}

/** Consecutive records of the file that are sent together. */
export interface Batch {
  readonly rows: readonly SourceRow[];
  /** The rows as JSON texts, in the same order. */
  readonly json: readonly string[];
  readonly rejects: readonly Reject[];
  /** How many records of the file have been read with this batch. */
  readonly recordsRead: number;
  /** Bytes of the file up to the end of this batch. */
  readonly bytesRead: number;
}

/** How large a batch may be: by the mutation's own limit, and by that of a request's body. */
export interface BatchLimits {
  readonly rows: number;
  readonly bytes: number;
}

const COMMA_BYTES = 1;

/** Groups the records after the first `skip` ones into batches. A row that is too long to be sent at all is rejected. */
export async function* batchesOf(
  lines: AsyncIterable<ReadLine>,
  map: (values: Line) => MappedLine,
  limits: BatchLimits,
  skip: number,
): AsyncGenerator<Batch> {
  let batch = new OpenBatch(limits);
  let recordsRead = 0;
  let bytesRead = 0;
  for await (const { line, bytes, content } of lines) {
    if (recordsRead < skip) {
      recordsRead += 1;
      continue;
    }
    const mapped = 'problem' in content ? { bad: [{ column: '', reason: content.problem }] } : map(content.values);
    if (!batch.take(line, mapped)) {
      yield batch.close(recordsRead, bytesRead);
      batch = new OpenBatch(limits);
      batch.take(line, mapped);
    }
    recordsRead += 1;
    bytesRead = bytes;
  }
  if (!batch.isEmpty) yield batch.close(recordsRead, bytesRead);
}

class OpenBatch {
  private readonly rows: SourceRow[] = [];
  private readonly json: string[] = [];
  private readonly rejects: Reject[] = [];
  private bytes = 0;

  constructor(private readonly limits: BatchLimits) {}

  get isEmpty(): boolean {
    return this.rows.length === 0 && this.rejects.length === 0;
  }

  /** False when there is no room; the batch is then as it was before. */
  take(line: number, mapped: MappedLine): boolean {
    if ('bad' in mapped) {
      this.rejects.push(...mapped.bad.map((entry) => ({ line, ...entry })));
      return true;
    }
    const json = JSON.stringify(mapped.row);
    const bytes = Buffer.byteLength(json) + COMMA_BYTES;
    if (bytes > this.limits.bytes) {
      this.rejects.push({ line, column: '', reason: `is longer than ${this.limits.bytes} bytes` });
      return true;
    }
    if (this.rows.length === this.limits.rows || this.bytes + bytes > this.limits.bytes) return false;
    this.rows.push({ line, row: mapped.row });
    this.json.push(json);
    this.bytes += bytes;
    return true;
  }

  close(recordsRead: number, bytesRead: number): Batch {
    return { rows: this.rows, json: this.json, rejects: this.rejects, recordsRead, bytesRead };
  }
}
