import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { importStateFile, type ImportState } from '../progress/import-state';
import type { ProgressDisplay } from '../progress/progress-display';
import { RejectFile } from '../progress/reject-file';
import { fileDigest } from '../reading/file-digest';
import { FileUnusable } from '../reading/read-lines';
import { createImportClient } from '../sending/import-client';
import { UsageError, type ImportArguments } from './arguments';
import { findEndpoint } from './endpoint';
import { planOf } from './import-plan';
import { runImport } from './run-import';

/** What the command needs from the process around it. */
export interface CommandSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly stateDirectory: string;
  readonly signal: AbortSignal;
  readonly display: ProgressDisplay;
}

/** How a command ended. */
export type CommandEnd = 'ALL_READ' | 'SOME_REJECTED' | 'INTERRUPTED';

/** A client may send 100,000 bytes in one request; the rest is for the document around the rows. */
const BATCH_BYTES = 98_000;

/** Imports a file: reads, sends, notes what is bad, and tells how it went. */
export async function importCommand(
  args: ImportArguments,
  { environment, stateDirectory, signal, display }: CommandSurroundings,
): Promise<CommandEnd> {
  const plan = await planOf(args);
  const { mapping } = plan;
  const file = await findFile(args.file, environment);
  const { url, token } = await findEndpoint(args, environment, stateDirectory);
  const digest = await fileDigest(file.path);
  const imports = join(stateDirectory, 'imports');
  const stateFile = importStateFile(imports, { fileDigest: digest, mapping, tenant: args.tenant, url });
  const { state, resumed } = await stateFile.read();
  const rejectsPath = resolve(
    args.rejects ?? join(imports, `${basename(file.path, '.csv')}-${digest.slice(0, 8)}.rejects.csv`),
  );
  const rejects = await RejectFile.open(rejectsPath, state.rejectBytes);
  if (resumed) display.say(`Going on after ${state.recordsDone} rows of an interrupted import.`);

  const startedAt = performance.now();
  display.start(file.bytes);
  const end = await runImport({
    file: file.path,
    plan,
    client: createImportClient({ url, token, target: plan.target }),
    stateFile,
    state,
    rejects,
    limits: { rows: args.batchRows, bytes: BATCH_BYTES },
    inFlight: args.inFlight,
    onProgress: ({ bytesRead, recordsDone }) => display.update(bytesRead, recordsDone),
    signal,
  }).finally(() => display.stop());
  const seconds = (performance.now() - startedAt) / 1000;
  display.say(summary(end.state, end.state.recordsDone - state.recordsDone, seconds, plan.noun));
  if (end.state.totals.rejected > 0) display.say(`Bad lines, with column and reason: ${rejects.path}`);
  if (!end.finished) {
    display.say('Interrupted. The same command goes on from here.');
    return 'INTERRUPTED';
  }
  return end.state.totals.rejected > 0 ? 'SOME_REJECTED' : 'ALL_READ';
}

/** Looks where the command was typed, too: npm runs it in the directory of the project. */
async function findFile(name: string, environment: NodeJS.ProcessEnv): Promise<{ path: string; bytes: number }> {
  const typedIn = environment['INIT_CWD'] ?? process.cwd();
  const path = [resolve(typedIn, name), resolve(name)].find((candidate) => existsSync(candidate));
  if (path === undefined) throw new UsageError(`There is no file ${name}.`);
  const found = await stat(path);
  if (!found.isFile()) throw new FileUnusable(`${name} is not a file.`);
  return { path, bytes: found.size };
}

function summary({ recordsDone, totals }: ImportState, now: number, seconds: number, noun: string): string {
  const rate = seconds > 0 ? Math.round(now / seconds) : now;
  const [what, bad] = noun === 'rows' ? ['', 'bad'] : [`${noun} `, 'lines bad'];
  return (
    `${recordsDone} rows: ${totals.created} ${what}entered, ${totals.existed} there already, ${totals.rejected} ${bad} ` +
    `(${seconds.toFixed(1)} s, ${rate} rows/s)`
  );
}
