import { removeEndpoint } from '../state/endpoint-file';
import { readRunState, removeRunRecord } from '../state/run-record';
import type { StateFiles } from '../state/state-files';
import { endProcess } from '../supervision/process-identity';

/** Ends processes that outlived a launcher which was killed, in the order in which it would have stopped them. */
export async function endOrphans(files: StateFiles, { say }: { say: (line: string) => void }): Promise<void> {
  const { launcher, orphans } = await readRunState(files.runRecord);
  if (launcher !== undefined) return;
  if (orphans.length > 0) {
    say(`an earlier run was cut off; ending what it left: ${orphans.map(({ name }) => name).join(', ')}`);
    for (const orphan of orphans) await endProcess(orphan);
  }
  await removeRunRecord(files.runRecord);
  await removeEndpoint(files.endpoint);
}
