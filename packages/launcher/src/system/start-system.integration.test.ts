import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from '../console/progress';
import { readEnvironment } from '../environment';
import { freePort } from '../infrastructure/free-port';
import { projectDirectory, stateDirectory } from '../infrastructure/project-directory';
import { readJson, stateFiles } from '../state/state-files';
import { startSystem, type SystemOptions } from './start-system';

// It sets a database server up, which takes long on a slow machine.
jest.setTimeout(240_000);

describe('the system, with stand-ins for the services', () => {
  let directory: string;
  let said: string[];

  beforeEach(async () => {
    said = [];
    directory = await mkdtemp(join(tmpdir(), 'system-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  async function options(more: NodeJS.ProcessEnv = {}): Promise<SystemOptions> {
    const port = await freePort();
    return {
      environment: readEnvironment({ ...process.env, PORT: String(port), FIXTURE_DIRECTORY: directory, ...more }),
      files: stateFiles(directory, join(stateDirectory(), 'cache')),
      progress: createProgress((text) => said.push(text)),
      signal: new AbortController().signal,
      programOf: () => join(projectDirectory(), 'packages', 'launcher', 'fixtures', 'process.mjs'),
    };
  }

  const journal = async () => (await readFile(join(directory, 'journal.txt'), 'utf8')).trim().split('\n');
  const runs = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it('starts in the order of need, gives each process its variables, and leaves no process behind', async () => {
    const system = await startSystem(await options());
    const pids = system.pids();
    expect(Object.keys(pids).sort()).toEqual(
      ['analytics', 'broker', 'case-handling', 'database', 'finance', 'gateway', 'intake', 'payment-simulator'].sort(),
    );
    expect((await journal()).at(-1)).toBe('start gateway');
    await system.stop();
    expect(Object.values(pids).filter(runs)).toEqual([]);
    const ends = (await journal()).filter((line) => line.startsWith('end'));
    expect(ends[0]).toBe('end gateway');
    expect(ends.at(-1)).toBe('end payment-simulator');
    expect(await readJson(join(directory, 'run.json'))).toBeUndefined();
  });

  it('stops what it had started, and shows the last words, when a part does not come up', async () => {
    await expect(startSystem(await options({ FIXTURE_FAILING: 'finance' }))).rejects.toThrow(
      /finance ended before it was ready; the end of .*finance\.log:\nno such key: REDRESS_EXAMPLE/,
    );
    const starts = (await journal()).filter((line) => line.startsWith('start'));
    expect(starts).not.toContain('start gateway');
    expect(await readJson(join(directory, 'run.json'))).toBeUndefined();
    expect(await readdir(join(directory, 'data'))).toContain('database');
  });

  it('gives up a start that is no longer wanted', async () => {
    const controller = new AbortController();
    const starting = startSystem({
      ...(await options()),
      signal: controller.signal,
      programOf: () => {
        controller.abort(new Error('no longer wanted'));
        return join(projectDirectory(), 'packages', 'launcher', 'fixtures', 'process.mjs');
      },
    });
    await expect(starting).rejects.toThrow('no longer wanted');
  });
});
