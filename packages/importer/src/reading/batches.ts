import type { Reject, Unit } from './units';

/** What is sent of the file, with where it came from. */
export interface SourceRow {
  /** Numbers of its lines in the file. */
  readonly lines: readonly number[];
}

/** Consecutive records of the file that are sent together. */
export interface Batch {
  readonly rows: readonly SourceRow[];
  /** What is sent as JSON texts, in the same order. */
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

/** Groups what is to be sent into batches. `recordsBefore` were dealt with before. What is too long to be sent at all is rejected. */
export async function* batchesOf(
  units: AsyncIterable<Unit>,
  limits: BatchLimits,
  recordsBefore: number,
): AsyncGenerator<Batch> {
  let batch = new OpenBatch(limits);
  let recordsRead = recordsBefore;
  let bytesRead = 0;
  for await (const unit of units) {
    if (!batch.take(unit)) {
      yield batch.close(recordsRead, bytesRead);
      batch = new OpenBatch(limits);
      batch.take(unit);
    }
    recordsRead += unit.records;
    bytesRead = unit.bytes;
  }
  if (!batch.isEmpty) yield batch.close(recordsRead, bytesRead);
}

class OpenBatch {
  private readonly rows: SourceRow[] = [];
  private readonly json: string[] = [];
  private readonly rejects: Reject[] = [];
  private bytes = 0;
  isEmpty = true;

  constructor(private readonly limits: BatchLimits) {}

  /** False when there is no room; the batch is then as it was before. */
  take({ lines, content, rejects }: Unit): boolean {
    const json = content === undefined ? '' : JSON.stringify(content);
    const bytes = Buffer.byteLength(json) + COMMA_BYTES;
    const sent = content !== undefined && bytes <= this.limits.bytes;
    if (sent && (this.rows.length === this.limits.rows || this.bytes + bytes > this.limits.bytes)) return false;
    this.isEmpty = false;
    this.rejects.push(...rejects);
    if (content !== undefined && !sent) {
      this.rejects.push({ line: lines[0] ?? 0, column: '', reason: `is longer than ${this.limits.bytes} bytes` });
    }
    if (!sent) return true;
    this.rows.push({ lines });
    this.json.push(json);
    this.bytes += bytes;
    return true;
  }

  close(recordsRead: number, bytesRead: number): Batch {
    return { rows: this.rows, json: this.json, rejects: this.rejects, recordsRead, bytesRead };
  }
}
