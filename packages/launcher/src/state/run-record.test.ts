import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRunState, writeRunRecord, type RunRecord } from './run-record';

describe('run record', () => {
  let file: string;

  beforeEach(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'record-')), 'run.json');
  });

  afterEach(() => rm(join(file, '..'), { recursive: true }));

  it('reads as nothing when there is none or it is damaged', async () => {
    expect(await readRunState(file)).toEqual({ orphans: [] });
    await writeFile(file, '{"launcher":');
    expect(await readRunState(file)).toEqual({ orphans: [] });
  });

  it('names the launcher while it runs', async () => {
    await writeRunRecord(file, []);
    expect((await readRunState(file)).launcher?.pid).toBe(process.pid);
  });

  it('names the processes that outlived their launcher, and not those that ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    await once(child, 'spawn');
    await writeRunRecord(file, [{ name: 'finance', pid: child.pid ?? 0 }]);
    const record = JSON.parse(await readFile(file, 'utf8')) as RunRecord;
    const dead = { name: 'intake', pid: process.pid, startedAt: 'before the reboot' };
    await writeFile(file, JSON.stringify({ launcher: dead, parts: [dead, ...record.parts] }));
    expect(await readRunState(file)).toEqual({
      orphans: [expect.objectContaining({ name: 'finance', pid: child.pid })],
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readRunState(file)).toEqual({ orphans: [] });
  });
});
