import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDirectory } from '@redress/launcher';
import { freePort } from '@redress/launcher/infrastructure';
import { eventually } from '@redress/testkit';

interface Endpoint {
  readonly url: string;
  readonly tokens: Record<string, string>;
  readonly pids: Record<string, number>;
}

const START_LIMIT_MS = 180_000;

/** `npm start` and its relatives, with a state directory of the test's own. */
describe('the system on one machine', () => {
  const directory = mkdtempSync(join(tmpdir(), 'redress-run-'));
  let port: number;

  beforeAll(async () => {
    port = await freePort();
  });

  afterAll(async () => {
    await run('stop');
    rmSync(directory, { recursive: true, force: true });
  }, START_LIMIT_MS);

  function launch(command: string, more: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [join('packages', 'launcher', 'bootstrap.mjs'), command], {
      cwd: projectDirectory(),
      env: { ...process.env, PORT: String(port), REDRESS_STATE_DIRECTORY: directory, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    // What it said last may come after its exit.
    const ended = once(child, 'close') as Promise<[number | null]>;
    return { child, ended, output: () => output };
  }

  async function run(command: string, more: NodeJS.ProcessEnv = {}) {
    const { ended, output } = launch(command, more);
    const [code] = await ended;
    return { code, output: output() };
  }

  const endpointFile = join(directory, 'endpoint.json');
  const endpoint = () => JSON.parse(readFileSync(endpointFile, 'utf8')) as Endpoint;
  const runs = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  async function started() {
    const launched = launch('start');
    await eventually(
      () => {
        if (launched.child.exitCode !== null) return 'ended';
        return existsSync(endpointFile) && launched.output().includes('Redress is ready');
      },
      { timeoutMs: START_LIMIT_MS, intervalMs: 100, what: 'a system that is ready' },
    );
    expect({ code: launched.child.exitCode, output: launched.output() }).toEqual({
      code: null,
      output: expect.stringContaining('Redress is ready') as string,
    });
    return launched;
  }

  async function ask(token: string): Promise<unknown> {
    const response = await fetch(endpoint().url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ complaints(first: 1) { edges { node { id } } } }' }),
    });
    return response.json();
  }

  async function gone({ ended }: Pick<ReturnType<typeof launch>, 'ended'>, pids: number[]): Promise<void> {
    await ended;
    expect(pids.filter(runs)).toEqual([]);
  }

  it(
    'starts, refuses a second start, brings a killed part back, and stops without a trace',
    async () => {
      const launched = await started();
      const { output } = launched;
      const { tokens, pids } = endpoint();
      expect(await ask(tokens['agent'] ?? '')).toMatchObject({
        data: { complaints: { edges: expect.any(Array) as [] } },
      });

      const second = await run('start', { PORT: String(await freePort()) });
      expect(second).toEqual({ code: 1, output: expect.stringContaining('runs already') as string });

      const finance = pids['finance'] ?? 0;
      process.kill(finance, 'SIGKILL');
      await eventually(() => ![undefined, finance].includes(endpoint().pids['finance']), { timeoutMs: START_LIMIT_MS });
      expect(output()).toContain('finance was ended by SIGKILL; starting it again in 0.5 s');

      const last = Object.values(endpoint().pids);
      expect((await run('stop')).code).toBe(0);
      await gone(launched, last);
      expect(existsSync(endpointFile)).toBe(false);
      expect(output()).toMatch(/stopped\s*$/);
    },
    2 * START_LIMIT_MS,
  );

  it(
    'ends what a killed launcher left, and goes on with its data',
    async () => {
      const first = await started();
      const { pids } = endpoint();
      first.child.kill('SIGKILL');
      await once(first.child, 'exit');
      expect(Object.values(pids).every(runs)).toBe(true);
      rmSync(endpointFile);

      const next = await started();
      expect(next.output()).toContain('an earlier run was cut off');
      expect(Object.values(pids).filter(runs)).toEqual([]);
      const now = Object.values(endpoint().pids);
      next.child.kill('SIGINT');
      await gone(next, now);
    },
    2 * START_LIMIT_MS,
  );

  it(
    'says which port is taken',
    async () => {
      const server = createServer().listen(port, '127.0.0.1');
      await once(server, 'listening');
      const { code, output } = await run('start');
      server.close();
      expect(code).toBe(1);
      expect(output).toContain(`Port ${port} is in use`);
    },
    START_LIMIT_MS,
  );

  it(
    'removes its data on request',
    async () => {
      expect((await run('reset')).code).toBe(0);
      expect(existsSync(join(directory, 'data'))).toBe(false);
      expect(existsSync(join(directory, 'secrets.json'))).toBe(false);
    },
    START_LIMIT_MS,
  );
});
