import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, freePort, quickStart } from '@redress/testkit';

const TOP = join(__dirname, '..', '..', '..', '..');
const DIST = join(TOP, 'services', 'analytics', 'dist');
/** Nobody asks it a question over the network. */
const NOWHERE = 'http://127.0.0.1:9';

/** Builds what child processes run; takes no time when nothing changed. */
export function buildPrograms(): void {
  execFileSync(process.execPath, [join(TOP, 'packages', 'launcher', 'build.mjs')], { stdio: 'pipe' });
}

/** The service as it is shipped, in a process that may be killed. */
export interface AnalyticsProcess {
  /** Resolves with the signal or the code with which it ended. */
  readonly ended: Promise<string>;
  kill(): Promise<void>;
}

/** Where the service works. */
export interface Place {
  readonly databaseUrl: string;
  readonly natsUrl: string;
}

/** Starts it, and resolves when it is ready, or has ended itself at the failpoint that was chosen. */
export async function startAnalytics({ databaseUrl, natsUrl }: Place, failpoint?: string): Promise<AnalyticsProcess> {
  const [port, operationsPort] = [await freePort(), await freePort()];
  const env = {
    ...{ HOST: '127.0.0.1', PORT: String(port), OPERATIONS_PORT: String(operationsPort), LOG_LEVEL: 'error' },
    ...{ REDRESS_DATABASE_URL: databaseUrl, REDRESS_NATS_URL: natsUrl, REDRESS_PUBLIC_URL: 'http://redress.test' },
    ...{ REDRESS_ISSUER: NOWHERE, REDRESS_JWKS_URL: `${NOWHERE}/jwks` },
    REDRESS_REQUEST_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    REDRESS_CURSOR_KEY: Buffer.alloc(32, 1).toString('base64'),
    ...(failpoint === undefined ? {} : { REDRESS_FAILPOINT: failpoint }),
  };
  const child = spawn(process.execPath, [join(DIST, 'main.js')], {
    env: { ...quickStart(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  let how: string | undefined;
  const ended = endOf(child).then((end) => (how = end));
  await eventually(async () => how !== undefined || (await fetch(`http://127.0.0.1:${operationsPort}/ready`)).ok, {
    ...{ timeoutMs: 60_000, what: 'analytics being ready' },
  });
  if (how === '1') throw new Error(`analytics did not start: ${said.join('')}`);
  return {
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs the command that compares the facts with the journal; the answer is its line on the tenant. */
export async function verified({ databaseUrl }: Place, tenantId: string): Promise<object> {
  const env = { REDRESS_DATABASE_URL: databaseUrl };
  const { stdout } = await promisify(execFile)(process.execPath, [join(DIST, 'facts', 'verify.main.js'), tenantId], {
    env,
  });
  return JSON.parse(stdout) as object;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });
}
