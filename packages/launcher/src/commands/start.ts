import { ROLES } from '@redress/kernel';
import type { Progress } from '../console/progress';
import { demonstrationData, loadDemonstration } from '../demonstration/demonstration';
import type { LauncherEnvironment } from '../environment';
import { isPortFree } from '../infrastructure/free-port';
import { removeEndpoint, writeEndpoint } from '../state/endpoint-file';
import { readRunState, writeRunRecord } from '../state/run-record';
import type { StateFiles } from '../state/state-files';
import { startSystem, type RunningSystem } from '../system/start-system';
import { endOrphans } from './orphans';
import { stopRequests } from './signals';

/** What every command is given. */
export interface CommandContext {
  readonly environment: LauncherEnvironment;
  readonly files: StateFiles;
  readonly progress: Progress;
}

/** Starts the system, tells how to reach it, and stops it in order when asked. Returns the exit code. */
export async function start(context: CommandContext): Promise<number> {
  const { environment, files, progress } = context;
  const { launcher } = await readRunState(files.runRecord);
  if (launcher !== undefined) {
    progress.say(`Redress runs already (process ${launcher.pid}): see ${files.endpoint}, or \`npm stop\` first.`);
    return 1;
  }
  await endOrphans(files, progress);
  if (!(await isPortFree(environment.port))) {
    progress.say(`Port ${environment.port} is in use by another program. Choose another one: PORT=4001 npm start`);
    return 1;
  }
  await writeRunRecord(files.runRecord, []);
  const { signal, requested } = stopRequests(progress);
  const announced: { publish?: () => Promise<void> } = {};
  try {
    const system = await startSystem({ ...context, signal, changed: () => void announced.publish?.() });
    try {
      await demonstrate(system, context);
      announced.publish = await announce(system, context);
      await requested;
    } finally {
      delete announced.publish;
      await removeEndpoint(files.endpoint);
      await system.stop();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  progress.say('stopped');
  return 0;
}

/** Without its demonstration the system is as good as ever, so a failure is told and the next start tries again. */
async function demonstrate(system: RunningSystem, { files, progress }: CommandContext): Promise<void> {
  try {
    await progress.step('demonstration data', () => loadDemonstration(system, files.demonstration));
  } catch (error) {
    progress.say(error instanceof Error ? error.message : String(error));
  }
}

/** Prints and writes how to reach the system; the result writes it again, for when process ids change. */
async function announce(system: RunningSystem, { files, progress }: CommandContext): Promise<() => Promise<void>> {
  const { tenant, customerId } = await demonstrationData();
  const tokens: Record<string, string> = {};
  for (const role of ROLES) {
    tokens[role] = await system.tokenFor({ tenant, role, ...(role === 'customer' ? { customer: customerId } : {}) });
  }
  const { url, explorer } = system;
  const publish = () => writeEndpoint(files.endpoint, { url, explorer, tokens, pids: system.pids() });
  await publish();
  progress.say('');
  progress.say(`Tokens of the organisation "${tenant}", valid for a day (also in ${files.endpoint}):`);
  for (const role of ROLES) progress.say(`  ${role.padEnd(10)} ${tokens[role] ?? ''}`);
  progress.say('');
  progress.say(`Redress is ready.   GraphQL endpoint  ${url}`);
  progress.say(`                    explorer          ${explorer}`);
  progress.say('Stop with Ctrl-C, or with `npm stop` from elsewhere.');
  return publish;
}
