import { readRunState } from '../state/run-record';
import { endProcess } from '../supervision/process-identity';
import { endOrphans } from './orphans';
import type { CommandContext } from './start';

const ORDERLY_STOP_MS = 60_000;

/** Asks a running system to stop and waits until all its processes are gone. Returns the exit code. */
export async function stop({ files, progress }: CommandContext): Promise<number> {
  const { launcher, orphans } = await readRunState(files.runRecord);
  if (launcher === undefined && orphans.length === 0) {
    progress.say('nothing runs');
  }
  if (launcher !== undefined) {
    await progress.step('stopped in order', () => endProcess(launcher, ORDERLY_STOP_MS));
  }
  await endOrphans(files, progress);
  return 0;
}
