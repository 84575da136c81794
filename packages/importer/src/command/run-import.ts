import { Frontier } from '../progress/frontier';
import type { ImportState, ImportStateFile, Totals } from '../progress/import-state';
import type { RejectFile } from '../progress/reject-file';
import { batchesOf, type Batch, type BatchLimits } from '../reading/batches';
import { readLines } from '../reading/read-lines';
import { afterRecords, type Reject } from '../reading/units';
import type { ImportClient, ImportPayload } from '../sending/import-client';
import type { ImportPlan } from './import-plan';

/** An import that is ready to run. */
export interface ImportRun {
  readonly file: string;
  readonly plan: ImportPlan;
  readonly client: ImportClient;
  readonly stateFile: ImportStateFile;
  readonly state: ImportState;
  readonly rejects: RejectFile;
  readonly limits: BatchLimits;
  /** How many batches are under way at most. */
  readonly inFlight: number;
  /** Told after each batch that is settled: records and bytes of the file, and the totals. */
  readonly onProgress: (settled: {
    readonly bytesRead: number;
    readonly recordsDone: number;
    readonly totals: Totals;
  }) => void;
  /** Once aborted, what is under way is finished and nothing new is begun. */
  readonly signal: AbortSignal;
}

interface Sent {
  readonly batch: Batch;
  readonly payload: ImportPayload | undefined;
}

/** Runs an import to its end, or as far as the signal lets it; answers how far it came. */
export async function runImport(run: ImportRun): Promise<{ readonly state: ImportState; readonly finished: boolean }> {
  let state = run.state;
  const frontier = new Frontier<Sent>(async ({ batch, payload }) => {
    const rejects = rejectsOf(batch, payload, run.plan);
    await run.rejects.append(rejects);
    state = after(state, batch, payload, { rejected: linesOf(rejects), rejectBytes: run.rejects.bytes });
    await run.stateFile.write(state);
    run.onProgress({ bytesRead: batch.bytesRead, recordsDone: state.recordsDone, totals: state.totals });
  });

  const { recordsDone } = run.state;
  const lines = readLines(run.file, run.plan);
  const batches = batchesOf(run.plan.unitsOf(afterRecords(lines, recordsDone)), run.limits, recordsDone);
  const finished = await inParallel(batches, run, async (batch, position) => {
    const key = `import:${run.state.run}:${batch.recordsRead}`;
    const payload = batch.rows.length === 0 ? undefined : await run.client.send(key, batch.json);
    await frontier.finish(position, { batch, payload });
  });
  if (finished) await run.stateFile.remove();
  return { state, finished };
}

/** Works on a few batches at a time. Stops at the first failure, but lets what is under way come to its end. */
async function inParallel(
  batches: AsyncIterable<Batch>,
  { inFlight, signal }: Pick<ImportRun, 'inFlight' | 'signal'>,
  work: (batch: Batch, position: number) => Promise<void>,
): Promise<boolean> {
  const under = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const stopped = () => signal.aborted || failures.length > 0;
  let position = 0;
  for await (const batch of batches) {
    if (stopped()) break;
    const task: Promise<void> = work(batch, position)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => under.delete(task));
    under.add(task);
    position += 1;
    if (under.size >= inFlight) await Promise.race(under);
  }
  await Promise.all(under);
  if (failures.length > 0) throw failures[0];
  return !signal.aborted;
}

function rejectsOf(batch: Batch, payload: ImportPayload | undefined, plan: ImportPlan): Reject[] {
  const refused = (payload?.results ?? []).flatMap(({ row, userErrors }) =>
    userErrors.map(({ message, path }) => ({ ...plan.placeOf(batch.rows[row]?.lines ?? [], path), reason: message })),
  );
  return [...batch.rejects, ...refused].sort((left, right) => left.line - right.line);
}

function linesOf(rejects: readonly Reject[]): number {
  return new Set(rejects.map(({ line }) => line)).size;
}

function after(
  { run, totals }: ImportState,
  batch: Batch,
  payload: ImportPayload | undefined,
  { rejected, rejectBytes }: { readonly rejected: number; readonly rejectBytes: number },
): ImportState {
  return {
    run,
    recordsDone: batch.recordsRead,
    rejectBytes,
    totals: {
      created: totals.created + (payload?.created ?? 0),
      existed: totals.existed + (payload?.existed ?? 0),
      rejected: totals.rejected + rejected,
    },
  };
}
